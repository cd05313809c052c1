@documentation{
    desc = Disks, drives, shares, and the filesystems on them.
}
declaration template vmcs/types/storage;

include 'vmcs/types/text';
include 'vmcs/types/images';
include 'vmcs/types/network';
include 'vmcs/checks/storage';

@{ where the data are: a file or a block device of the host, or what a script makes of a target }
type vmcs_source = {
    'file' ? vmcs_path
    'block' ? vmcs_path
    @{ what the script of the disk is given, such as the address of an iSCSI target }
    'target' ? vmcs_line
} with vmcs_is_one_of(SELF, "'file', 'block' and 'target'");

@{ disk of the guest }
type vmcs_disk = {
    @{ size in MiB; needed where the disk is to be made }
    'size' ? long(1..1073741824)
    @{ format of the data }
    'format' : choice('raw', 'qcow2', 'qcow', 'vhd', 'qed') = 'raw'
    @{ a file below /storage/directory where it is absent }
    'source' ? vmcs_source
    @{ name of the image that the disk starts as a copy of }
    'image' ? vmcs_word
    @{ read and write, or read only }
    'access' : choice('rw', 'ro') = 'rw'
    @{ machine that serves the disk, where that is not the host }
    'backend' ? vmcs_name
    @{ program that serves the disk; the host's choice where it is absent }
    'backendtype' ? choice('phy', 'qdisk', 'tap', 'standalone')
    @{ script of the host that makes the target a block device, such as block-iscsi }
    'script' ? vmcs_script
    @{ whether direct I/O to the source is safe }
    'direct_io_safe' ? boolean
    @{ whether the guest can give room back }
    'discard' ? boolean
    @{ whether the guest can trust the machine that serves the disk }
    'trusted' ? boolean
    @{ protocol between guest and host }
    'specification' ? choice('xen', 'virtio')
    @{ whether a virtio disk shares memory page by page }
    'grant_usage' ? boolean
    'colo' ? vmcs_colo
} with vmcs_disk_is_consistent(SELF);

@{ disks by the name that the guest gives them, such as xvda; a partition such as xvda1 may stand alone }
type vmcs_disks = vmcs_disk{} with vmcs_keys_are(SELF, 'device');

@{ drive, empty where it has no source }
type vmcs_cdrom = {
    @{ the disc }
    'source' ? vmcs_source
    @{ machine that serves the drive, where that is not the host }
    'backend' ? vmcs_name
    @{ program that serves the drive; the host's choice where it is absent }
    'backendtype' ? choice('phy', 'qdisk', 'tap')
} with vmcs_cdrom_is_consistent(SELF);

@{ drives by the name that the guest gives them, such as hdc }
type vmcs_cdroms = vmcs_cdrom{} with vmcs_keys_are(SELF, 'device');

@{ directory of the host that the guest can mount over 9p }
type vmcs_share = {
    @{ directory of the host }
    'path' : vmcs_path
    @{ how owners and permissions are kept: none is as they are on the host }
    'security_model' : choice('none') = 'none'
    @{ program that serves the share; qemu where it is absent }
    'type' ? choice('qemu', 'xen_9pfsd')
    @{ machine that serves the share, where that is not the host }
    'backend' ? vmcs_name
    @{ limit of files, for xen_9pfsd; 0 is no limit }
    'max_files' ? long(0..4294967295)
    @{ limit of open files, for xen_9pfsd }
    'max_open_files' ? long(1..4294967295)
    @{ limit of the room taken in MiB, for xen_9pfsd; 0 is no limit }
    'max_space' ? long(0..1073741824)
    @{ whether xen_9pfsd deletes old files when room gets short }
    'auto_delete' ? boolean
} with vmcs_share_is_consistent(SELF);

@{ shares by the tag under which the guest mounts them }
type vmcs_shares = vmcs_share{} with vmcs_keys_are(SELF, 'identifier');

@{ filesystem as the guest's fstab has it }
type vmcs_filesystem = {
    @{ one of the disks or drives, or a partition of one }
    'device' : vmcs_device
    @{ where it is mounted; absent for swap }
    'mount' ? vmcs_path
    'type' : vmcs_word = 'ext4'
    @{ options of mount, such as noatime }
    'options' ? vmcs_word[1..]
    'label' ? vmcs_word
};

@{ filesystems, each under a name of the description's own }
type vmcs_filesystems = vmcs_filesystem{} with vmcs_keys_are(SELF, 'key');

@{ disks, drives, and the filesystems on them }
type vmcs_storage = {
    @{ where the host keeps the disks that name no place of their own }
    'directory' : vmcs_path = '/var/lib/xen/images'
    'disks' ? vmcs_disks
    'cdroms' ? vmcs_cdroms
    @{ controller of the disks that an emulated PC has under hd names }
    'controller' ? choice('ide', 'ahci')
    'shares' ? vmcs_shares
    @{ images that disks start as copies of, by name }
    'images' ? vmcs_images
    'filesystems' ? vmcs_filesystems
} with vmcs_storage_is_consistent(SELF);
