@documentation{
    desc = Four compute nodes, node-1 to node-4, from one description. Each has its own logical volume, IP and MAC \
address; their CPUs are on one NUMA node of each host.
}
object template compute-nodes;

# Each host runs one of them, on CPUs 2 to 7 of its NUMA node 0 and with 24 GiB of the memory of that node.
variable COMPUTE_NODE_CPUS = list('2', '3', '4', '5', '6', '7');
variable COMPUTE_NODE_MEMORY = 24 * 1024;

include 'vmcs/machine/compute-node';

prefix '/system';
'name' = 'node';
'hostname' = 'node.cluster.example.org';
'instances/count' = 4;
'os' = dict('distribution', 'debian', 'release', '12');
'boot/kernel' = '/var/lib/xen/boot/vmlinuz-6.1';
'boot/ramdisk' = '/var/lib/xen/boot/initrd.img-6.1';
'boot/cmdline' = 'root=/dev/xvda1 ro console=hvc0 systemd.hostname=node-{index}';

prefix '/network/interfaces/eth0';
'dhcp4' = false;
'mac' = '00:16:3e:10:00:01';
'addresses' = list('10.20.0.11/24');
'gateway4' = '10.20.0.1';

prefix '/storage';
'disks/xvda' = create('vmcs/disk/block');
'disks/xvda/source/block' = '/dev/vg0/node-{index}';
'disks/xvdb' = create('vmcs/disk/file', 'access', 'ro');
'disks/xvdb/size' = 4 * GiB;
'disks/xvdb/source/file' = '/var/lib/xen/images/datasets.img';
'filesystems/root' = dict('device', 'xvda1', 'mount', '/');
'filesystems/datasets' = dict('device', 'xvdb', 'mount', '/data', 'options', list('ro'));

prefix '/software';
'cloud_init' = dict();
'packages/openmpi-bin' = dict();
'packages/slurmd' = dict();
'services/slurmd/state' = 'running';
