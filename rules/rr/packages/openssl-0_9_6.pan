@documentation{ desc = OpenSSL 0.9.6: cryptography. }
structure template openssl-0_9_6;

'name' = 'openssl';
'version' = '0.9.6';
'size' = 8;
