@documentation{ desc = OpenSSL 0.9.5: cryptography. }
structure template openssl-0_9_5;

'name' = 'openssl';
'version' = '0.9.5';
'size' = 8;
