@documentation{ desc = The GNU compilers, version 3.3.5. }
structure template gcc-3_3_5;

'name' = 'gcc';
'version' = '3.3.5';
