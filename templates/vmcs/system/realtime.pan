@documentation{
    desc = A share of processors that is always there: 2.5 ms in each 10 ms for each virtual CPU, in a pool of the \
host whose scheduler is RTDS. The description sets pool. Goes below /system/scheduling.
}
structure template vmcs/system/realtime;

'pool' = undef;
'realtime/period' = 10000;
'realtime/budget' = 2500;
'realtime/extratime' = false;
