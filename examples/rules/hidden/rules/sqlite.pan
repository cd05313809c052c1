structure template sqlite;

'name' = 'sqlite';
'version' = '3.40';
'provides' = list('database');
