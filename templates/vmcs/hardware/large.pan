@documentation{ desc = Four processors and 16 GiB of memory. }
structure template vmcs/hardware/large;

'cpu/count' = 4;
'memory/size' = 16384;
