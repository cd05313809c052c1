@documentation{ desc = Zlib 1.1.3: compression. }
structure template zlib-1_1_3;

'name' = 'zlib';
'version' = '1.1.3';
'size' = 1;
