@documentation{
    desc = Windows: four processors, 8 GiB, a disk of 64 GiB, an empty drive, and a VNC console that only the host \
itself reaches. A description includes it; to install, it puts a disc into the drive hdc and boots from cdrom first.
}
template vmcs/machine/windows;

include 'vmcs/vm';

'/hardware/cpu/count' = 4;
'/hardware/memory/size' = 8 * GiB;
'/hardware/devices' = create('vmcs/devices/desktop');
'/system' = create('vmcs/system/windows');
'/network/interfaces/eth0' = create('vmcs/network/dhcp', 'model', 'e1000');
'/storage/disks/hda' = create('vmcs/disk/qcow2', 'size', 64 * GiB);
'/storage/cdroms/hdc' = create('vmcs/cdrom/empty');
