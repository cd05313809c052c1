object template shop;

include 'vmcs/vm';

variable PEOPLE = 200;
include 'site/sizes';
include 'site/admins';

'/system' = create('vmcs/system/pvh');
'/system/name' = 'shop';
'/system/boot/kernel' = '/var/lib/xen/boot/vmlinuz-6.1';
'/system/boot/cmdline' = 'root=/dev/xvda ro console=hvc0';
'/network/interfaces/eth0' = create('vmcs/network/dhcp');
'/storage/disks/xvda' = create('vmcs/disk/qcow2', 'size', 10 * GiB);
