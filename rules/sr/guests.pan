@documentation{
    desc = How to run a guest, where the description leaves it open.
}
declaration template sr/guests;

# No device model of an emulated PC runs beside it, so it starts sooner and takes less memory of the host.
suggest '/system/type' = 'pvh'
    when '/system/os/family' == 'linux' &&
        '/system/boot/kernel' &&
        '/hardware/cpu/arch' == 'x86_64' &&
        !'/system/hypervisor' in list('kvm', 'qemu') &&
        !'/hardware/devices/pci' &&
        !'/system/boot/order'
    priority 50
    message 'Linux with a kernel of the host needs no emulated PC';

suggest '/system/clock/base' = 'localtime'
    when '/system/os/family' == 'windows'
    message 'Windows takes the clock of the machine for local time';
suggest '/system/features/hap' = true when '/hardware/cpu/nested' == true;
suggest '/hardware/memory/size' >= 4096 when '/system/os/family' == 'windows' priority 60;
suggest '/hardware/cpu/count' >= 2 when '/system/os/family' == 'windows' priority 60;
