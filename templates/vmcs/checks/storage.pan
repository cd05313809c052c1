@documentation{
    desc = What must hold between the values below /storage.
}
declaration template vmcs/checks/storage;

include 'vmcs/functions';

function vmcs_disk_is_consistent = {
    disk = ARGV[0];
    if (disk['format'] != 'raw') {
        if (exists(disk['source']['block'])) {
            error("a block device holds the data as they are: its 'format' is raw, not %s", disk['format']);
        };
        if (exists(disk['script'])) {
            error(
                "a 'script' makes a block device, which holds the data as they are: its 'format' is raw, not %s",
                disk['format'],
            );
        };
        if (exists(disk['backendtype']) && match(disk['backendtype'], '^(phy|standalone)$')) {
            error(
                "the backend %s serves raw disks only, and this one is %s: use qdisk",
                disk['backendtype'],
                disk['format'],
            );
        };
    };
    if (exists(disk['source']['target']) && !exists(disk['script'])) {
        error(
            "'source/target' is what a 'script' is given, and there is none: set 'script', or give a file or block " +
            "device",
        );
    };
    if (exists(disk['script']) && !exists(disk['source'])) {
        error("a 'script' is given 'source/target', and there is none");
    };
    if (exists(disk['script']) && exists(disk['backendtype']) && disk['backendtype'] != 'phy') {
        error("what a 'script' makes is served by the backend phy, not by %s", disk['backendtype']);
    };
    vmcs_excludes(disk, 'script', 'image', "a copy of an image is a file or a block device");
    if (exists(disk['grant_usage']) && (!exists(disk['specification']) || disk['specification'] != 'virtio')) {
        error("'grant_usage' is for virtio disks: set 'specification' to virtio, or remove it");
    };
    if (exists(disk['discard']) && disk['discard'] && disk['access'] == 'ro') {
        error("nothing can be discarded from a disk that is read only: remove 'discard', or make it rw");
    };
    true;
};

function vmcs_cdrom_is_consistent = {
    if (exists(ARGV[0]['source']['target'])) {
        error("a drive has a disc that is a file or a block device: 'source/target' is for disks with a 'script'");
    };
    true;
};

function vmcs_share_is_consistent = {
    share = ARGV[0];
    if (exists(share['type']) && share['type'] == 'xen_9pfsd') return(true);
    foreach (index; field; list('max_files', 'max_open_files', 'max_space', 'auto_delete')) {
        if (exists(share[field])) {
            error("'%s' is for shares that xen_9pfsd serves: set 'type' to xen_9pfsd, or remove it", field);
        };
    };
    true;
};

function vmcs_storage_is_consistent = {
    storage = ARGV[0];
    devices = vmcs_devices_of_storage(storage);
    vmcs_sources_have_one_writer(storage);
    vmcs_copies_fit(storage);
    vmcs_filesystems_are_consistent(storage, devices);
};

@{ the whole disks and drives that there are, as keys of a dict; a name belongs to one of them }
function vmcs_devices_of_storage = {
    storage = ARGV[0];
    devices = dict();
    if (exists(storage['disks'])) {
        foreach (device; disk; storage['disks']) {
            whole = vmcs_whole_disk(device);
            if (whole != device && exists(storage['disks'][whole])) {
                error('%s is a part of %s, which is a disk of its own: remove one', device, whole);
            };
            devices[whole] = true;
        };
    };
    if (exists(storage['cdroms'])) {
        foreach (device; drive; storage['cdroms']) {
            if (exists(devices[vmcs_whole_disk(device)])) {
                error('%s is both a disk and a cdrom: give one of them another name', device);
            };
            devices[vmcs_whole_disk(device)] = true;
        };
    };
    devices;
};

@{ what one disk writes to, no other disk, drive or image uses }
function vmcs_sources_have_one_writer = {
    storage = ARGV[0];
    if (!exists(storage['disks'])) return(true);
    writers = dict();
    foreach (device; disk; storage['disks']) {
        if (disk['access'] == 'rw' && exists(disk['source'])) {
            foreach (kind; place; disk['source']) {
                if (exists(writers[escape(place)])) {
                    error(
                        '%s and %s write to the same place, %s: give each its own, or make both ro',
                        writers[escape(place)],
                        device,
                        place,
                    );
                };
                writers[escape(place)] = device;
            };
        };
    };
    if (exists(storage['images'])) {
        foreach (name; image; storage['images']) {
            if (exists(writers[escape(image['file'])])) {
                error(
                    "%s writes to the image %s itself: remove its 'source', and set its 'image' to %s",
                    writers[escape(image['file'])],
                    name,
                    name,
                );
            };
        };
    };
    foreach (index; kind; list('disks', 'cdroms')) {
        if (exists(storage[kind])) {
            foreach (device; disk; storage[kind]) {
                if (exists(disk['source'])) {
                    foreach (form; place; disk['source']) {
                        writer = vmcs_value_at(writers, place);
                        if (writer != '' && writer != device) {
                            error(
                                '%s reads from %s while %s writes to it: give each its own, or make both ro',
                                device,
                                place,
                                writer,
                            );
                        };
                    };
                };
            };
        };
    };
    true;
};

@{ a disk starts as a copy of an image that there is, and has room for it }
function vmcs_copies_fit = {
    storage = ARGV[0];
    # Where no image is described, the host knows them.
    if (!exists(storage['disks']) || !exists(storage['images'])) return(true);
    foreach (device; disk; storage['disks']) {
        if (exists(disk['image'])) {
            name = disk['image'];
            if (!exists(storage['images'][name])) {
                error("%s starts as a copy of %s, and there is no such image in 'images'", device, name);
            };
            image = storage['images'][name];
            if (exists(image['debian']) && !exists(image['size']) && !exists(disk['size'])) {
                error("the image %s is to be made, and nobody says how large: set 'images/%s/size' in MiB", name, name);
            };
            if (exists(image['size']) && exists(disk['size']) && disk['size'] < image['size']) {
                error(
                    '%s has %d MiB and starts as a copy of the image %s, which has %d: make it as large at least',
                    device,
                    disk['size'],
                    name,
                    image['size'],
                );
            };
        };
    };
    true;
};

@{ filesystems are on disks that there are; a mount point is that of one filesystem }
function vmcs_filesystems_are_consistent = {
    storage = ARGV[0];
    if (!exists(storage['filesystems'])) return(true);
    mounts = dict();
    foreach (name; filesystem; storage['filesystems']) {
        if (!exists(ARGV[1][vmcs_whole_disk(filesystem['device'])])) {
            error('filesystem %s is on %s, but there is no such disk or cdrom', name, filesystem['device']);
        };
        if (exists(filesystem['mount'])) {
            if (filesystem['type'] == 'swap') {
                error("filesystem %s is of type swap, which is not mounted: remove 'mount'", name);
            };
            mount = filesystem['mount'];
            if (exists(mounts[escape(mount)])) {
                error('%s and %s are both mounted on %s', mounts[escape(mount)], name, mount);
            };
            mounts[escape(mount)] = name;
        };
    };
    true;
};
