@documentation{
    desc = Windows, fully virtualised: it boots from its disk, its clock shows local time as Windows expects, it is \
told that it is virtual, and a copy of the machine is known as one. Devices for it are vmcs/devices/desktop.
}
structure template vmcs/system/windows;

'type' = 'hvm';
'os/family' = 'windows';
'os/arch' = 'x86_64';
'boot/firmware' = 'bios';
'boot/order' = list('hd');
'clock/base' = 'localtime';
'features/acpi' = true;
'features/hpet' = true;
'features/viridian' = list('defaults');
'features/genid' = 'generate';
