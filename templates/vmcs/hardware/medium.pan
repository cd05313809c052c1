@documentation{ desc = Two processors and 4 GiB of memory. }
structure template vmcs/hardware/medium;

'cpu/count' = 2;
'memory/size' = 4096;
