@documentation{ desc = The virtual compute node of the paper's table I. }
object template node;

include 'vmcs/vm';

'/hardware/memory/size' = 512;
'/hardware/memory/max' = 1024;
'/hardware/cpu/count' = 1;

'/system/type' = 'pv';
'/system/os/family' = 'linux';
'/system/boot/kernel' = '/boot/vmlinuz-2.6.24-generic';
'/system/boot/root' = '/dev/xvda1 ro';

'/storage/disks/xvda' = create('vmcs/disk/file', 'size', 2000);
'/storage/filesystems/root' = dict('device', 'xvda1', 'mount', '/', 'type', 'ext3');

# "Shared physical device": the host's network card, shared through a bridge.
'/network/interfaces/eth0' = create('vmcs/network/bridge');
