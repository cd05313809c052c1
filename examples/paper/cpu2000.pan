@documentation{ desc = The SPEC CPU2000 benchmarks. }
structure template cpu2000;

'name' = 'cpu2000';
'version' = '1.3';
