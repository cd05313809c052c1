object template web;

include 'vmcs/vm';

'/hardware' = create('vmcs/hardware/small');
'/system' = create('vmcs/system/pvh', 'name', 'web1');
'/system/boot/kernel' = '/boot/vmlinuz-guest';
'/network/interfaces/eth0' = create('vmcs/network/bridge', 'bridge', 'xenbr1');
'/storage/disks/xvda' = create('vmcs/disk/qcow2', 'size', 10 * GiB);
