@documentation{ desc = One processor and 1 GiB of memory. }
structure template vmcs/hardware/small;

'cpu/count' = 1;
'memory/size' = 1024;
