@documentation{ desc = The GNU compilers, version 3.2.3. }
structure template gcc-3_2_3;

'name' = 'gcc';
'version' = '3.2.3';
