@documentation{
    desc = A static web server that runs alone on its kernel, as in a container. What it serves is a directory of the \
host; it never writes to a disk, as it has none.
}
object template container;

include 'vmcs/machine/container';

prefix '/system';
'name' = 'pages';
'hostname' = 'pages.example.org';
'boot/kernel' = '/var/lib/xen/boot/vmlinuz-pages';
'boot/ramdisk' = '/var/lib/xen/boot/pages.cpio.gz';
'boot/cmdline' = 'console=hvc0 quiet share=data command=/bin/httpd';

prefix '/network';
'interfaces/eth0' = create(
    'vmcs/network/bridge',
    'addresses', list('192.0.2.30/24'),
    'gateway4', '192.0.2.1',
    'rate', dict('average', 50 * Mbit),
);

prefix '/storage/shares/data';
'path' = '/srv/pages';
