@documentation{ desc = Zlib 1.2.3: compression. }
structure template zlib-1_2_3;

'name' = 'zlib';
'version' = '1.2.3';
'size' = 1;
