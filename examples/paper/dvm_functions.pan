@documentation{
    desc = Functions that compute the parts of the model from the paper's roots.
}
declaration template dvm_functions;

@documentation{
    desc = The model's hardware.
    arg = the value of /hardwares
}
function dvm_hardware = dict(
    'cpu', dict('count', ARGV[0]['cpu']),
    'memory', dict('size', ARGV[0]['memory']),
);

@documentation{
    desc = The model's disks or drives.
    arg = the value of /hardwares
    arg = disk or cdrom
}
function dvm_drives = {
    drives = dict();
    foreach (name; device; ARGV[0]['devices']) {
        if (device['type'] == ARGV[1]) {
            drive = dict();
            if (exists(device['size'])) drive['size'] = device['size'];
            if (exists(device['mapping'])) {
                drive['source'] = dict('file', replace('^file://', '', device['mapping']));
            };
            drives[name] = drive;
        };
    };
    drives;
};

@documentation{
    desc = The model's packages.
    arg = the value of /softwares/packages
}
function dvm_packages = {
    packages = dict();
    foreach (name; package; ARGV[0]) {
        packages[name] = dict();
        foreach (field; value; package) {
            if (field != 'PkgID') packages[name][field] = value;
        };
    };
    packages;
};
