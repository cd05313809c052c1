structure template libssl-3_0;

'name' = 'libssl';
'version' = '3.0';
