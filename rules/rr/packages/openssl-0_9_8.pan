@documentation{ desc = OpenSSL 0.9.8: cryptography. }
structure template openssl-0_9_8;

'name' = 'openssl';
'version' = '0.9.8';
'size' = 8;
