@documentation{
    desc = A guest whose disk is made of packages of Debian: nothing but their archive and this description is needed.
}
object template debian-guest;

include 'vmcs/vm';

'/hardware' = create('vmcs/hardware/small');

'/system' = create('vmcs/system/pvh');
prefix '/system';
'name' = 'deb1';
'hostname' = 'deb1.example.org';
'os' = dict('distribution', 'debian', 'release', '12', 'arch', 'x86_64');
# Both come out of the image when it is made.
'boot/kernel' = '/var/lib/xen/boot/deb1-vmlinuz';
'boot/ramdisk' = '/var/lib/xen/boot/deb1-initrd.img';
'boot/cmdline' = 'root=/dev/xvda1 ro console=hvc0';

prefix '/network';
'interfaces/eth0' = create(
    'vmcs/network/bridge',
    'addresses', list('192.0.2.40/24'),
    'gateway4', '192.0.2.1',
);
'dns/nameservers' = list('192.0.2.53');

# The image has the system, the disk only what the guest adds to it.
prefix '/storage';
'images/bookworm' = dict(
    'file', '/var/lib/xen/images/bookworm.qcow2',
    'size', 2 * GiB,
    'debian', dict(
        'suite', 'bookworm',
        'include', list('linux-image-amd64', 'systemd-sysv', 'udev', 'ifupdown', 'isc-dhcp-client'),
    ),
);
'disks/xvda' = create('vmcs/disk/copy', 'image', 'bookworm', 'size', 8 * GiB);
'filesystems/root' = dict('device', 'xvda1', 'mount', '/');

# What cloud-init does when the guest first boots.
'/software' = create('vmcs/software/ssh-server');
prefix '/software';
'packages/less' = dict();
'users/admin' = dict(
    'groups', list('adm', 'sudo'),
    'shell', '/bin/bash',
    'sudo', 'ALL=(ALL) NOPASSWD:ALL',
    'ssh_authorized_keys', list(
        'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExample admin@example.org',
    ),
);
'timezone' = 'Europe/Paris';
'files/motd' = dict('path', '/etc/motd', 'content', "This is deb1. Its description says what it is.\n");
'runcmd' = list('touch /var/lib/first-boot-done');
