structure template mariadb;

'name' = 'mariadb';
'version' = '10.11';
'provides' = list('database');
valid '/software/packages/libssl/version' ~ '^3';
valid '/hardware/memory/size' >= 512;
