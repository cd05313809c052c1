structure template nginx;

'name' = 'nginx';
'version' = '1.22.1';
'provides' = list('web-server');
valid '/software/packages/libssl/version' >= '1.1';
