@documentation{
    desc = What the virtual machine is made of: processors, memory, devices.
}
declaration template vmcs/types/hardware;

include 'vmcs/types/text';
include 'vmcs/types/devices';
include 'vmcs/checks/hardware';

@{ architecture, as uname -m prints it }
type vmcs_arch = choice('x86_64', 'i686', 'aarch64', 'armv7l');

@{ NUMA node that the guest sees }
type vmcs_numa_node = {
    @{ NUMA node of the host that the memory comes from }
    'host_node' : long(0..1023)
    @{ memory of the node, in MiB; the nodes' memory together is all that the machine can have }
    'memory' : long(1..16777216)
    @{ virtual CPUs of the node, such as 0-3; each virtual CPU belongs to one node }
    'cpus' : vmcs_cpu_list
    @{ distance to each node in turn, node 0 first; 10 is the node itself, 20 is usual for another }
    'distances' : long(10..255)[1..]
};

@{ CPU features by the name that Xen gives them, such as avx512f }
type vmcs_cpu_features = vmcs_cpu_feature_value{} with vmcs_keys_are(SELF, 'cpu-feature');

@{ virtual CPUs }
type vmcs_cpu = {
    @{ number of virtual CPUs when the machine starts }
    'count' : long(1..4096) = 1
    @{ number of virtual CPUs that it can be given while it runs; the same as count where it is absent }
    'max' ? long(1..4096)
    'arch' : vmcs_arch = 'x86_64'
    @{ CPU features that differ from the host's: 1 is on, 0 off, x the default, k as the host has it }
    'features' ? vmcs_cpu_features
    @{ CPUID leaves that differ from the host's, bit by bit; excludes features }
    'leaves' ? vmcs_cpuid_leaf[1..]
    @{ whether the guest can run virtual machines itself }
    'nested' ? boolean
    @{ NUMA nodes that the guest sees, node 0 first }
    'numa' ? vmcs_numa_node[1..]
} with vmcs_cpu_is_consistent(SELF);

@{ memory }
type vmcs_memory = {
    @{ memory when the machine starts, in MiB }
    'size' : long(1..16777216)
    @{ memory that it can be given while it runs, in MiB; the same as size where it is absent }
    'max' ? long(1..16777216)
} with vmcs_limit_holds(SELF, 'size', 'max');

@{ what the machine is made of }
type vmcs_hardware = {
    'cpu' : vmcs_cpu = dict()
    'memory' : vmcs_memory = dict()
    @{ devices other than disks and network interfaces }
    'devices' : vmcs_devices = dict()
} with vmcs_numa_is_consistent(SELF);
