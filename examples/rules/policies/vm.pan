@documentation{
    desc = The paper: "Security policies [...] will be stored in it." A site that names the folder rules/policies has them as hard \
rules: no console and no login by password for everybody, images from the known store.
}
object template vm;

variable VMCS_OPEN_CONSOLES = true;

include 'vmcs/vm';

'/hardware/memory/size' = 1024;
'/hardware/devices/graphics/vnc' = dict('listen', '0.0.0.0', 'autoport', true);

'/system/boot/order' = list('hd');

'/storage/images/debian/file' = '/tmp/debian.qcow2';
'/storage/disks/hda' = create('vmcs/disk/copy', 'image', 'debian');

'/software/ssh_pwauth' = true;
'/software/users/root' = dict('lock_passwd', false);
