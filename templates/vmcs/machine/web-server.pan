@documentation{
    desc = A web server: two processors, 4 GiB, Debian from an image, nginx and SSH by cloud-init, an address by DHCP. \
A description includes it and sets /system/boot/kernel and /system/boot/ramdisk, /storage/images/debian/file, and \
users; whatever else it sets replaces what is set here.
}
template vmcs/machine/web-server;

include 'vmcs/vm';

'/hardware' = create('vmcs/hardware/medium');
'/system' = create('vmcs/system/pvh');
'/system/os/distribution' = 'debian';
'/system/boot/cmdline' = 'root=/dev/xvda1 ro console=hvc0';
'/system/lifecycle/on_crash' = 'restart';
'/network/interfaces/eth0' = create('vmcs/network/dhcp');
'/storage/disks/xvda' = create('vmcs/disk/copy', 'image', 'debian', 'size', 20 * GiB);
'/storage/filesystems/root' = dict('device', 'xvda1', 'mount', '/');
'/software' = create('vmcs/software/webserver');
