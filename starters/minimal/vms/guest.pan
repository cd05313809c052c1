@documentation{
    desc = The least that makes a machine: everything else has a default.
}
object template guest;

include 'vmcs/vm';

'/hardware/memory/size' = 1 * GiB;
'/system' = create('vmcs/system/pvh');
# A pvh guest boots with a kernel that is a file of the host; create('vmcs/system/hvm') is one that boots from its disk.
'/system/boot/kernel' = '/var/lib/xen/boot/vmlinuz';
'/network/interfaces/eth0' = create('vmcs/network/bridge');
'/storage/disks/xvda' = create('vmcs/disk/qcow2', 'size', 10 * GiB);
