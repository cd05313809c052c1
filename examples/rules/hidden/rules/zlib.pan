structure template zlib;

'name' = 'zlib';
'version' = '1.2.13';
