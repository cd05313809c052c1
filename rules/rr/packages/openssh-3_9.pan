@documentation{ desc = OpenSSH 3.9: logging in over the network, encrypted. }
structure template openssh-3_9;

'name' = 'openssh';
'version' = '3.9';
'size' = 3;
valid '/software/packages/openssl/version' >= '0.9.6';
valid '/software/packages/zlib/version' >= '1.1.4';
