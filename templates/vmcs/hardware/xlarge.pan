@documentation{ desc = Eight processors and 64 GiB of memory. }
structure template vmcs/hardware/xlarge;

'cpu/count' = 8;
'memory/size' = 65536;
