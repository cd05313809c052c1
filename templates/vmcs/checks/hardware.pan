@documentation{
    desc = What must hold between the values below /hardware.
}
declaration template vmcs/checks/hardware;

include 'vmcs/functions';
include 'vmcs/checks/numbers';

function vmcs_cpu_is_consistent = {
    vmcs_limit_holds(ARGV[0], 'count', 'max');
    vmcs_excludes(ARGV[0], 'features', 'leaves', "a CPU's features are given by name or bit by bit");
};

@{ NUMA: each node has its distances; together the nodes have all the memory and each virtual CPU once }
function vmcs_numa_is_consistent = {
    cpu = ARGV[0]['cpu'];
    memory = ARGV[0]['memory'];
    if (!exists(cpu['numa'])) return(true);

    if (exists(memory['max']) && memory['max'] > memory['size']) {
        error("memory with NUMA nodes cannot grow: remove 'memory/max', or 'cpu/numa'");
    };
    if (exists(cpu['max'])) count = cpu['max'] else count = cpu['count'];
    total = 0;
    owners = dict();
    foreach (node; record; cpu['numa']) {
        total = total + record['memory'];
        vmcs_distances_are_sound(node, record['distances'], length(cpu['numa']));
        foreach (key; number; vmcs_numbers_in(record['cpus'], count, 'virtual CPUs')) {
            if (exists(owners[key])) {
                error('virtual CPU %d is in NUMA nodes %d and %d: leave it in one', number, owners[key], node);
            };
            owners[key] = node;
        };
    };
    if (length(owners) != count) {
        error('%d of %d virtual CPUs are in a NUMA node: put each in one', length(owners), count);
    };
    if (total != memory['size']) {
        error(
            "the NUMA nodes have %d MiB of memory together, and 'memory/size' is %d: make them the same",
            total,
            memory['size'],
        );
    };
    true;
};

function vmcs_distances_are_sound = {
    node = ARGV[0];
    distances = ARGV[1];
    if (length(distances) != ARGV[2]) {
        error(
            'NUMA node %d has %d distances, and there are %d nodes: give a distance to each, itself included',
            node,
            length(distances),
            ARGV[2],
        );
    };
    foreach (other; distance; distances) {
        if (other == node && distance != 10) {
            error(
                'the distance of NUMA node %d to itself is %d: make it 10, and those to others greater',
                node,
                distance,
            );
        };
        if (other != node && distance == 10) {
            error(
                'the distance from NUMA node %d to node %d is 10, which is that to itself: make it greater, such as ' +
                '20',
                node,
                other,
            );
        };
    };
    true;
};
