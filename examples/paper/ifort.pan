@documentation{ desc = The Intel Fortran compiler. }
structure template ifort;

'name' = 'ifort';
'version' = '8.1';
