@documentation{ desc = Zlib 1.1.4: compression. }
structure template zlib-1_1_4;

'name' = 'zlib';
'version' = '1.1.4';
'size' = 1;
