@documentation{
    desc = A guest that runs one program, as a container does, on a kernel of its own. Its data are a directory of the host.
}
object template container;

include 'vmcs/machine/container';

prefix '/system';
'name' = 'pages';
'hostname' = 'pages.example.org';
'boot/kernel' = '/var/lib/xen/boot/vmlinuz-pages';
'boot/ramdisk' = '/var/lib/xen/boot/pages.cpio.gz';
'boot/cmdline' = 'console=hvc0 quiet command=/bin/httpd';

prefix '/storage/shares/data';
'path' = '/srv/pages';
