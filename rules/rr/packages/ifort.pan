@documentation{ desc = The Fortran compiler of Intel, for Intel's own family of processors. }
structure template ifort;

'name' = 'ifort';
'version' = '8.1';
'provides' = list('fortran-compiler');
'size' = 250;
valid '/hardware/cpu/arch' in list('x86_64', 'i686');
