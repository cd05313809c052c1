@documentation{
    desc = What must hold between values of different roots. Each check looks at one place, which is where a refusal \
points to, and asks for the other values that it needs; vmcs/vm binds the checks to the places. What is missing or \
of a wrong kind is refused by the types; a check that breaks at it is not told of then.
}
declaration template vmcs/checks/vm;

include 'vmcs/functions';

@{ processors: what only some types of guests can have }
function vmcs_cpu_suits_guest = {
    cpu = ARGV[0];
    system = value('/system');
    if (system['type'] == 'pv') {
        foreach (index; field; list('numa', 'nested')) {
            if (exists(cpu[field])) {
                error(
                    "'%s' is for pvh and hvm guests, and this is a pv guest: remove it, or change /system/type",
                    field,
                );
            };
        };
    };
    if (exists(cpu['nested']) && cpu['nested']) {
        if (vmcs_has_altp2m(system)) error("'nested' and /system/xen/altp2m exclude each other: remove one");
        if (exists(system['features']['hap']) && !system['features']['hap']) {
            error("'nested' needs /system/features/hap, which is false: change one");
        };
    };
    true;
};

function vmcs_has_altp2m = exists(ARGV[0]['xen']['altp2m']) && ARGV[0]['xen']['altp2m'] != 'disabled';

@{ memory: what processors reach, and what needs all of it from the start }
function vmcs_memory_suits_machine = {
    memory = ARGV[0];
    hardware = value('/hardware');
    system = value('/system');
    if (!exists(memory['size'])) return(true);
    if (exists(memory['max'])) most = memory['max'] else most = memory['size'];
    if (hardware['cpu']['arch'] == 'i686' && most > 65536) {
        error("it can be %d MiB, and i686 processors reach 65536: lower it, or set /hardware/cpu/arch to x86_64", most);
    };
    if (system['type'] == 'pv' || most == memory['size']) return(true);

    excluded = '';
    if (exists(hardware['devices']['pci'])) excluded = '/hardware/devices/pci';
    if (vmcs_has_altp2m(system)) excluded = '/system/xen/altp2m';
    if (excluded != '') {
        error(
            "'max' is %d and 'size' %d, and memory that can grow excludes %s: make them the same, or remove the " +
            "latter",
            most,
            memory['size'],
            excluded,
        );
    };
    true;
};

@{ devices: memory of the graphics card, and whether devices of the host can be given }
function vmcs_devices_suit_machine = {
    devices = ARGV[0];
    size = value('/hardware/memory/size', 0);
    if (exists(devices['video']['ram']) && size > 0 && devices['video']['ram'] >= size) {
        error(
            "'video/ram' is %d MiB and comes out of /hardware/memory/size, which is %d: lower the one or raise the " +
            "other",
            devices['video']['ram'],
            size,
        );
    };
    if (exists(devices['pci']) && value('/system/xen/passthrough', '') == 'disabled') {
        error("/system/xen/passthrough is disabled, and 'pci' gives devices to the guest: remove one");
    };
    true;
};

@{ scheduling: caps and affinities for as many virtual CPUs as there are }
function vmcs_scheduling_suits_processors = {
    scheduling = ARGV[0];
    cpu = value('/hardware/cpu');
    if (exists(cpu['max'])) count = cpu['max'] else count = cpu['count'];
    if (exists(scheduling['cap']) && scheduling['cap'] > 100 * count) {
        error(
            "'cap' is %d percent of a processor, and the machine has %d: lower it to %d at most, or remove it for " +
            "no limit",
            scheduling['cap'],
            count,
            100 * count,
        );
    };
    foreach (index; kind; list('hard_affinity', 'soft_affinity')) {
        if (exists(scheduling[kind]['each']) && length(scheduling[kind]['each']) > count) {
            error(
                "'%s/each' has CPUs for %d virtual CPUs, and /hardware/cpu has %d: shorten it, or raise that",
                kind,
                length(scheduling[kind]['each']),
                count,
            );
        };
    };
    true;
};

@{ operating system: whether the processors run it }
function vmcs_os_suits_processors = {
    os = ARGV[0];
    arch = value('/hardware/cpu/arch');
    if (exists(os['bits']) && os['bits'] == 64 && match(arch, '^(i686|armv7l)$')) {
        error("'bits' is 64, and /hardware/cpu/arch is %s, which has 32: change one", arch);
    };
    if (exists(os['arch']) && !vmcs_runs_on(os['arch'], arch)) {
        error("'arch' is %s, which does not run on /hardware/cpu/arch %s: change one", os['arch'], arch);
    };
    true;
};

@{ whether a system built for the one architecture runs on processors of the other }
function vmcs_runs_on =
    ARGV[0] == ARGV[1] || (ARGV[0] == 'i686' && ARGV[1] == 'x86_64') || (ARGV[0] == 'armv7l' && ARGV[1] == 'aarch64');

@{ boot: whether there is what firmware is told to boot from }
function vmcs_boot_suits_devices = {
    boot = ARGV[0];
    places = dict('hd', '/storage/disks', 'cdrom', '/storage/cdroms', 'network', '/network/interfaces');
    if (!exists(boot['order']) || value('/system/type') != 'hvm') return(true);
    foreach (index; device; boot['order']) {
        if (exists(places[device]) && length(value(places[device], dict())) == 0) {
            error(
                "'order' has %s, and there is nothing in %s: add something, or remove %s from the order",
                device,
                places[device],
                device,
            );
        };
    };
    true;
};

@{ storage: what depends on the type of the guest, on cloud-init and on instances }
function vmcs_storage_suits_machine = {
    storage = ARGV[0];
    if (value('/system/type') == 'hvm') vmcs_emulated_disks_are_possible(storage);
    if (exists(storage['disks'])) {
        if (path_exists('/software/cloud_init/device')) {
            vmcs_seed_has_a_drive(storage['disks'], value('/software/cloud_init/device'));
        };
        vmcs_instances_are_apart(storage['disks']);
    };
    true;
};

@{ an emulated PC has few disks with hd names }
function vmcs_emulated_disks_are_possible = {
    storage = ARGV[0];
    xen = value('/system/hypervisor', 'xen') == 'xen';
    wide = value('/storage/controller', 'ide') == 'ahci';
    # Xen has no more names than an IDE controller has disks.
    if (wide && !xen) letters = 'abcdef' else letters = 'abcd';
    foreach (index; kind; list('disks', 'cdroms')) {
        if (exists(storage[kind])) {
            foreach (device; disk; storage[kind]) {
                if (match(device, '^hd') && !match(device, '^hd[' + letters + '][0-9]*$')) {
                    error(
                        "an emulated PC has %d disks with hd names, hda to hd%s, and %s is not one of them: give it " +
                        "one of these names, or an xvd name",
                        length(letters),
                        replace('.*(.)$', '$1', letters),
                        device,
                    );
                };
            };
        };
    };
    if (wide) letters = 'abcdef';
    if (xen) vmcs_xen_emulates_disks(storage, letters);
    true;
};

@documentation{
    desc = Xen shows an emulated PC its first disks and drives by the letter of their names alone, so that hda and \
xvda are one, until the guest has drivers of its own. It cannot show such a disk that is read only. Disks with sd \
names are apart, on a SCSI controller.
    arg = the storage
    arg = the letters of the first disks
}
function vmcs_xen_emulates_disks = {
    owners = dict();
    foreach (index; kind; list('disks', 'cdroms')) {
        if (exists(ARGV[0][kind])) {
            foreach (device; disk; ARGV[0][kind]) {
                letter = matches(device, '^(?:xvd|hd|vd)([' + ARGV[1] + '])$');
                if (length(letter) == 2) {
                    if (exists(owners[letter[1]]) && owners[letter[1]] != device) {
                        error(
                            "%s and %s are the same disk of an emulated PC: give one of them another letter",
                            owners[letter[1]],
                            device,
                        );
                    };
                    owners[letter[1]] = device;
                    if (kind == 'disks' && disk['access'] == 'ro') {
                        error(
                            "%s is read only, which none of the first %d disks of an emulated PC can be: give it a " +
                            "later letter, such as xvdg, or make it rw",
                            device,
                            length(ARGV[1]),
                        );
                    };
                };
            };
        };
    };
    true;
};

@{ the drive for cloud-init is no disk }
function vmcs_seed_has_a_drive = {
    foreach (device; disk; ARGV[0]) {
        if (vmcs_whole_disk(device) == vmcs_whole_disk(ARGV[1])) {
            error("%s is a disk, and /software/cloud_init/device is %s: choose another name for that", device, ARGV[1]);
        };
    };
    true;
};

@{ whether machines made of one description keep out of each other's way }
function vmcs_instances_are_apart = {
    count = value('/system/instances/count', 0);
    foreach (device; disk; ARGV[0]) {
        if (exists(disk['source'])) {
            foreach (kind; place; disk['source']) {
                indexed = match(place, VMCS_INDEX);
                if (indexed && count == 0) {
                    error(
                        "the %s of %s has the index of an instance, and there are none: set /system/instances/count",
                        kind,
                        device,
                    );
                };
                if (count > 1 && !indexed && disk['access'] == 'rw') {
                    error(
                        "%d machines would write to %s: put {index} into the %s of %s, or make it ro",
                        count,
                        place,
                        kind,
                        device,
                    );
                };
            };
        };
    };
    true;
};
