@documentation{
    desc = A Debian guest that is made from packages and says on its console what it is: the machine of the \
end-to-end test.
}
object template guest;

include 'vmcs/vm';

'/hardware/memory/size' = 512;

'/system' = create('vmcs/system/pv');
prefix '/system';
'hostname' = 'guest.example.org';
'os' = dict('distribution', 'debian', 'release', '12');
'boot/kernel' = '/var/lib/xen/boot/guest-vmlinuz';
'boot/ramdisk' = '/var/lib/xen/boot/guest-initrd.img';
'boot/root' = '/dev/xvda rw';
'boot/extra' = 'console=hvc0';

prefix '/network';
'interfaces/eth0' = create('vmcs/network/bridge',
    'addresses', list('192.0.2.10/24'),
    'gateway4', '192.0.2.1',
);
'dns/nameservers' = list('192.0.2.53');

prefix '/storage';
'images/debian' = dict(
    'file', '/var/lib/xen/images/debian.img',
    'format', 'raw',
    'size', 2 * GiB,
    'debian', dict('suite', 'bookworm', 'variant', 'minbase', 'include', list('linux-image-amd64')),
);
'disks/xvda' = create('vmcs/disk/file', 'format', 'raw', 'image', 'debian', 'size', 2 * GiB);
'filesystems/root' = dict('device', 'xvda', 'mount', '/');

prefix '/software';
'cloud_init/device' = 'xvdz';
'packages/bsdextrautils/imported' = true;
'environment/GREETING' = 'hello, world';
'files/report' = dict(
    'path', '/usr/local/sbin/report',
    'permissions', '0755',
    'content', <<EOT);
#!/bin/sh
# Says on the console what the guest has become.
exec > /dev/hvc0
echo "vmcs-e2e: hostname $(hostname -f)"
echo "vmcs-e2e: package $(dpkg-query -W -f '${Package} ${Version}' bsdextrautils)"
echo "vmcs-e2e: address $(ip -4 -o addr show dev eth0 | awk '{print $4}')"
echo "vmcs-e2e: root $(findmnt -n -o SOURCE,FSTYPE /)"
echo "vmcs-e2e: $(cat /etc/environment)"
echo "vmcs-e2e: done"
EOT
'runcmd' = list('/usr/local/sbin/report');
