@documentation{
    desc = A paravirtual Debian that boots from hda with a kernel of the host and without a RAM disk.
}
structure template default_system_hda;

'type' = 'pv';
'hostname' = 'dvm';
'os' = dict('family', 'linux', 'distribution', 'debian', 'release', '3.1', 'arch', 'i686', 'bits', 32);
'boot/kernel' = '/boot/vmlinuz-2.6-xenU';
'boot/root' = '/dev/hda1 ro';
