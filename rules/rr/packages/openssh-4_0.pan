@documentation{ desc = OpenSSH 4.0: logging in over the network, encrypted. }
structure template openssh-4_0;

'name' = 'openssh';
'version' = '4.0';
'size' = 3;
valid '/software/packages/openssl/version' >= '0.9.6';
valid '/software/packages/zlib/version' >= '1.1.4';
