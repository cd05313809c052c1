@documentation{
    desc = A small pvh guest, which boots in a few seconds: nothing but a kernel, its RAM disk, a disk and a network.
}
object template pvh;

include 'vmcs/vm';

'/hardware/cpu/count' = 2;
'/hardware/memory/size' = 192;

'/system' = create('vmcs/system/pvh');
prefix '/system';
'name' = 'lab-pvh';
'boot/kernel' = '/boot/vmlinuz-guest';
'boot/ramdisk' = '/boot/initrd-guest.img';
'boot/cmdline' = 'root=/dev/xvda ro console=hvc0';
'scheduling/weight' = 128;

prefix '/network';
'interfaces/eth0' = create('vmcs/network/bridge', 'mac', '00:16:3e:5a:10:22');

prefix '/storage';
'disks/xvda' = create('vmcs/disk/file', 'size', 64);
