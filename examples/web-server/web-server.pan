@documentation{
    desc = A web server: its pages on a disk of their own, its database on a network of its own.
}
object template web-server;

include 'vmcs/vm';

# The machine: two processors, 4 GiB that may grow to 8.
'/hardware' = create('vmcs/hardware/medium');
'/hardware/memory/max' = 8 * GiB;

# Debian, booted by hardware virtualisation without an emulated PC.
'/system' = create('vmcs/system/pvh');
prefix '/system';
'name' = 'web1';
'hostname' = 'web1.example.org';
'os' = dict('distribution', 'debian', 'release', '12');
'boot/kernel' = '/var/lib/xen/boot/vmlinuz-6.1';
'boot/ramdisk' = '/var/lib/xen/boot/initrd.img-6.1';
'boot/cmdline' = 'root=/dev/xvda1 ro console=hvc0';
'lifecycle/on_crash' = 'restart';
'scheduling/weight' = 512;

# The world on one interface, the database on the other.
prefix '/network';
'interfaces/eth0' = create(
    'vmcs/network/bridge',
    'addresses', list('192.0.2.10/24', '2001:db8::10/64'),
    'gateway4', '192.0.2.1',
    'rate', dict('average', 100 * Mbit),
);
'interfaces/eth1' = create(
    'vmcs/network/bridge',
    'bridge', 'xenbr1',
    'addresses', list('10.20.0.10/24'),
);
'dns/nameservers' = list('192.0.2.53');
'dns/search' = list('example.org');

# The system on a disk that starts as a copy of an image, the pages on a logical volume.
prefix '/storage';
'images/debian-12/file' = '/var/lib/xen/images/debian-12.qcow2';
'disks/xvda' = create('vmcs/disk/qcow2', 'size', 20 * GiB, 'image', 'debian-12');
'disks/xvdb' = create('vmcs/disk/block');
'disks/xvdb/source/block' = '/dev/vg0/web1-pages';
'filesystems/root' = dict('device', 'xvda1', 'mount', '/');
'filesystems/pages' = dict('device', 'xvdb', 'mount', '/srv/www', 'options', list('noatime'));

# What it serves with, and who looks after it: cloud-init sees to it when the guest first boots.
prefix '/software';
'cloud_init' = dict();
'packages/nginx' = dict('version', '1.22.1', 'release', '9+deb12u10');
'packages/openssh-server/imported' = true;
'services/nginx/state' = 'running';
'users/webmaster' = dict(
    'gecos', 'Web Master',
    'groups', list('adm', 'www-data'),
    'shell', '/bin/bash',
    'sudo', 'ALL=(ALL) NOPASSWD:ALL',
    'ssh_authorized_keys', list(
        'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExample web@example.org',
    ),
);
'environment/LANG' = 'C.UTF-8';
'files/site' = dict(
    'path', '/etc/nginx/conf.d/site.conf',
    'content', "server {\n    listen 80;\n    root /srv/www;\n}\n",
);
'runcmd' = list('chown -R www-data: /srv/www');
