@documentation{ desc = The SPEC CPU2000 benchmarks, which are compiled on the machine that they measure. }
structure template cpu2000;

'name' = 'cpu2000';
'version' = '1.3';
'size' = 200;
valid '/software/packages/compiler';
valid '/software/packages/fortran-compiler';
valid '/hardware/memory/size' >= 256
    message 'The benchmarks need 256 MiB';
