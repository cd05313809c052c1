@documentation{
    desc = Two compute nodes from one description, node-1 and node-2, on processors of the host that are theirs alone.
}
object template compute-nodes;

# CPUs of the host's NUMA node 0, and how much memory of that node each machine takes, in MiB.
variable COMPUTE_NODE_CPUS = list('2', '3', '4', '5');
variable COMPUTE_NODE_MEMORY = 8 * 1024;

include 'vmcs/machine/compute-node';

prefix '/system';
'name' = 'node';
'hostname' = 'node.cluster.example.org';
'instances/count' = 2;
'os' = dict('distribution', 'debian', 'release', '12');
'boot/kernel' = '/var/lib/xen/boot/vmlinuz';
'boot/ramdisk' = '/var/lib/xen/boot/initrd.img';
'boot/cmdline' = 'root=/dev/xvda1 ro console=hvc0 systemd.hostname=node-{index}';

prefix '/storage';
'disks/xvda' = create('vmcs/disk/block');
'disks/xvda/source/block' = '/dev/vg0/node-{index}';
'filesystems/root' = dict('device', 'xvda1', 'mount', '/');

prefix '/software';
'cloud_init/device' = 'xvdz';
'packages/slurmd' = dict();
'services/slurmd/state' = 'running';
