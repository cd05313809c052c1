@documentation{
    desc = Nodes of a cluster: many processors, 2 GiB for each of them, and weight above that of services.
}
declaration template sr/workloads/compute-node;

suggest '/hardware/cpu/count' >= 4
    priority 10
    when '/software/packages/slurmd' || '/software/packages/openmpi-bin' || '/software/packages/mpich';
suggest '/hardware/memory/size' >= 8192
    priority 20
    when '/software/packages/slurmd' || '/software/packages/openmpi-bin' || '/software/packages/mpich';
suggest '/hardware/memory/size' >= 16384
    priority 30
    when '/hardware/cpu/count' >= 8 &&
        ('/software/packages/slurmd' || '/software/packages/openmpi-bin' || '/software/packages/mpich');
suggest '/system/scheduling/weight' >= 512
    priority 40
    when '/software/packages/slurmd' || '/software/packages/openmpi-bin' || '/software/packages/mpich';

# Benchmarks measure one processor, which should be theirs.
suggest '/system/scheduling/weight' >= 512 priority 40 when '/software/packages/cpu2000';
suggest '/hardware/memory/size' >= 512 priority 40 when '/software/packages/cpu2000';
