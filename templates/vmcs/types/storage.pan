@documentation{
    desc = Disks, drives, and the filesystems on them.
}
declaration template vmcs/types/storage;

include 'vmcs/types/text';

final variable VMCS_DEVICE = '^(xvd|hd|sd|vd)[a-z]{1,3}([1-9][0-9]{0,2})?$';

@{ where the data are: a file or a block device of the host }
type vmcs_source = {
    'file' ? vmcs_path
    'block' ? vmcs_path
} with vmcs_is_one_of(SELF, "'file' and 'block'");

type vmcs_disk = {
    @{ size in MiB; needed where the disk is to be made }
    'size' ? long(1..1073741824)
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
} with {
    if (exists(SELF['source']['block']) && SELF['format'] != 'raw') {
        error(format("a block device holds the data as they are: its 'format' is raw, not %s", SELF['format']));
    };
    if (exists(SELF['backendtype']) && match(SELF['backendtype'], '^(phy|standalone)$') && SELF['format'] != 'raw') {
        error(format("the backend %s serves raw disks only, and this one is %s: use qdisk",
            SELF['backendtype'], SELF['format']));
    };
    true;
};

@{ disks by the name that the guest gives them, such as xvda; a partition such as xvda1 may stand alone }
type vmcs_disks = vmcs_disk{} with vmcs_keys_have_form(SELF, VMCS_DEVICE, 'a device name such as xvda, hda or sda');

@{ drive, empty where it has no source }
type vmcs_cdrom = {
    'source' ? vmcs_source
};

type vmcs_cdroms = vmcs_cdrom{} with vmcs_keys_have_form(SELF, VMCS_DEVICE, 'a device name such as xvdc, hdc or sdc');

@{ filesystem as the guest's fstab has it }
type vmcs_filesystem = {
    @{ one of the disks or drives, or a partition of one }
    'device' : string with vmcs_has_form(SELF, VMCS_DEVICE, 'a device name such as xvda1')
    @{ where it is mounted; absent for swap }
    'mount' ? vmcs_path
    'type' : vmcs_word = 'ext4'
    'options' ? vmcs_word[1..]
    'label' ? vmcs_word
};

type vmcs_storage = {
    @{ where the host keeps the disks that name no place of their own }
    'directory' : vmcs_path = '/var/lib/xen/images'
    'disks' ? vmcs_disks
    'cdroms' ? vmcs_cdroms
    'filesystems' ? vmcs_filesystem{}
} with vmcs_storage_is_consistent(SELF);

@{ device names belong to one device, files to one writer, mount points to one filesystem }
function vmcs_storage_is_consistent = {
    storage = ARGV[0];
    devices = dict();
    writers = dict();
    mounts = dict();
    if (exists(storage['disks'])) {
        foreach (device; disk; storage['disks']) {
            whole = vmcs_whole_disk(device);
            if (whole != device && exists(storage['disks'][whole])) {
                error(format('%s is a part of %s, which is a disk of its own: remove one', device, whole));
            };
            devices[whole] = true;
            if (disk['access'] == 'rw' && exists(disk['source'])) {
                foreach (kind; place; disk['source']) {
                    if (exists(writers[escape(place)])) {
                        error(format('%s and %s write to the same place, %s: give each its own, or make both ro',
                            writers[escape(place)], device, place));
                    };
                    writers[escape(place)] = device;
                };
            };
        };
    };
    if (exists(storage['cdroms'])) {
        foreach (device; drive; storage['cdroms']) {
            if (exists(devices[vmcs_whole_disk(device)])) {
                error(format('%s is both a disk and a cdrom: give one of them another name', device));
            };
            devices[vmcs_whole_disk(device)] = true;
        };
    };
    if (exists(storage['filesystems'])) {
        foreach (name; filesystem; storage['filesystems']) {
            if (!exists(devices[vmcs_whole_disk(filesystem['device'])])) {
                error(format('filesystem %s is on %s, but there is no such disk or cdrom', name, filesystem['device']));
            };
            if (exists(filesystem['mount'])) {
                if (exists(mounts[escape(filesystem['mount'])])) {
                    error(format('%s and %s are both mounted on %s',
                        mounts[escape(filesystem['mount'])], name, filesystem['mount']));
                };
                mounts[escape(filesystem['mount'])] = name;
            };
        };
    };
    true;
};
