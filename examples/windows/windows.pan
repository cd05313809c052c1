@documentation{
    desc = Windows with a desktop, to be installed from a disc; its console is reached through SSH.
}
object template windows;

include 'vmcs/machine/windows';

'/hardware/devices/graphics/vnc' = create('vmcs/graphics/vnc', 'display', 5, 'autoport', false, 'keymap', 'en-us');

'/system/name' = 'desk1';
'/system/os' = dict('family', 'windows', 'release', '2022', 'arch', 'x86_64', 'bits', 64);
# The disc first: it starts the installed system by itself once there is one.
'/system/boot/order' = list('cdrom', 'hd');

'/network/interfaces/eth0/mac' = '00:16:3e:5a:20:01';

'/storage/disks/hda/size' = 80 * GiB;
'/storage/cdroms/hdc' = create('vmcs/cdrom/image');
'/storage/cdroms/hdc/source/file' = '/var/lib/xen/images/windows-server-2022.iso';
