structure template libssl-1_1;

'name' = 'libssl';
'version' = '1.1';
