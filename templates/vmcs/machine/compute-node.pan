@documentation{
    desc = A compute node: processors on CPUs of the host that are theirs alone, and memory of the NUMA nodes that \
these CPUs belong to, which the guest sees as its own nodes. A description sets the variables below where its host \
differs, includes this template, and sets /system/boot/kernel and ramdisk, and disks.
}
template vmcs/machine/compute-node;

include 'vmcs/vm';

@{ NUMA nodes of the host, in the order of the guest's nodes }
variable COMPUTE_NODE_HOST_NODES ?= list(0);
@{ CPUs of the host, one for each virtual CPU in turn: as many of each NUMA node }
variable COMPUTE_NODE_CPUS ?= list('4', '5', '6', '7', '8', '9', '10', '11');
@{ memory of each NUMA node, in MiB }
variable COMPUTE_NODE_MEMORY ?= 16 * GiB;

'/hardware/cpu/count' = length(COMPUTE_NODE_CPUS);
'/hardware/cpu/numa' = {
    count = length(COMPUTE_NODE_HOST_NODES);
    share = length(COMPUTE_NODE_CPUS) / count;
    nodes = list();
    foreach (node; host_node; COMPUTE_NODE_HOST_NODES) {
        distances = list();
        foreach (other; unused; COMPUTE_NODE_HOST_NODES) {
            if (other == node) distances[other] = 10 else distances[other] = 20;
        };
        nodes[node] = dict(
            'host_node', host_node,
            'memory', COMPUTE_NODE_MEMORY,
            'cpus', format('%d-%d', node * share, (node + 1) * share - 1),
            'distances', distances,
        );
    };
    nodes;
};
'/hardware/memory/size' = length(COMPUTE_NODE_HOST_NODES) * COMPUTE_NODE_MEMORY;
'/system' = create('vmcs/system/pvh');
'/system/scheduling/hard_affinity/each' = COMPUTE_NODE_CPUS;
'/system/scheduling/weight' = 512;
'/network/interfaces/eth0' = create('vmcs/network/dhcp');
