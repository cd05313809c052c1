@documentation{ desc = The GNU compilers, version 4.1.2. }
structure template gcc-4_1_2;

'name' = 'gcc';
'version' = '4.1.2';
'provides' = list('compiler', 'fortran-compiler');
'size' = 120;
valid '/software/packages/binutils';
