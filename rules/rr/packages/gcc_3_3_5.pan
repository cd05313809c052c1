@documentation{ desc = The GNU compilers, version 3.3.5. }
structure template gcc_3_3_5;

'name' = 'gcc';
'version' = '3.3.5';
'provides' = list('compiler', 'fortran-compiler');
'size' = 120;
valid '/software/packages/binutils';
