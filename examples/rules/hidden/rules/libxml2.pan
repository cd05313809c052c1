structure template libxml2;

'name' = 'libxml2';
'version' = '2.9.14';
valid '/software/packages/zlib';
