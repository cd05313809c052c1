@documentation{
    desc = A web server: Debian from an image, nginx, and who looks after it. cloud-init sets it up on its first boot.
}
object template web-server;

include 'vmcs/machine/web-server';

prefix '/system';
'name' = 'web1';
'hostname' = 'web1.example.org';
'os/release' = '12';
# A pvh guest boots with a kernel that is a file of the host.
'boot/kernel' = '/var/lib/xen/boot/vmlinuz';
'boot/ramdisk' = '/var/lib/xen/boot/initrd.img';

prefix '/network/interfaces/eth0';
'dhcp4' = false;
'addresses' = list('192.0.2.10/24');
'gateway4' = '192.0.2.1';

# The disk starts as a copy of this image, a file of the host.
prefix '/storage';
'images/debian/file' = '/var/lib/xen/images/debian-12.qcow2';

prefix '/software';
'users/webmaster' = dict(
    'gecos', 'Web Master',
    'groups', list('adm', 'www-data'),
    'shell', '/bin/bash',
    'ssh_authorized_keys', list(
        'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExample web@example.org',
    ),
);
'files/site' = dict(
    'path', '/etc/nginx/conf.d/site.conf',
    'content', "server {\n    listen 80;\n    root /srv/www;\n}\n",
);
