@documentation{
    desc = A small pv guest, which boots in a few seconds: nothing but a kernel, its RAM disk, a disk and a network.
}
object template pv;

include 'vmcs/vm';

'/hardware/cpu/count' = 1;
'/hardware/memory/size' = 128;

'/system' = create('vmcs/system/pv');
prefix '/system';
'name' = 'lab-pv';
'boot/kernel' = '/boot/vmlinuz-guest';
'boot/ramdisk' = '/boot/initrd-guest.img';
'boot/cmdline' = 'root=/dev/xvda ro console=hvc0';
'scheduling/weight' = 512;

prefix '/network';
'interfaces/eth0' = create('vmcs/network/bridge', 'mac', '00:16:3e:5a:10:21');

prefix '/storage';
'disks/xvda' = create('vmcs/disk/file', 'size', 64);
