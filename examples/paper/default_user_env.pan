@documentation{
    desc = The user's environment. As descriptions include it last, it also derives the model from the paper's roots.
}
template default_user_env;

prefix '/software';
'users/dvm' = dict('gecos', 'DVM user', 'shell', '/bin/bash');
'environment/PATH' = '/usr/local/bin:/usr/bin:/bin';

'/hardware' = dvm_hardware(value('/hardwares'));
'/storage/disks' = dvm_drives(value('/hardwares'), 'disk');
'/storage/cdroms' = dvm_drives(value('/hardwares'), 'cdrom');
'/software/packages' = dvm_packages(value('/softwares/packages'));
