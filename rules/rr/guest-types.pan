@documentation{
    desc = What goes with each way of virtualisation: pv (a kernel that knows the hypervisor), pvh (hardware without an \
emulated PC) and hvm (an emulated PC).
}
declaration template rr/guest-types;

# Ways of virtualisation that a hypervisor has.
valid '/system/type' == 'hvm'
    when '/system/hypervisor' in list('kvm', 'qemu')
    message 'pv and pvh guests are Xen''s';
conflict '/hardware/cpu/arch' in list('aarch64', 'armv7l') && '/system/type' in list('pv', 'hvm')
    when !'/system/hypervisor' in list('kvm', 'qemu')
    message 'Xen on Arm has pvh guests only';
conflict '/system/type' in list('pvh', 'hvm') && '/hardware/cpu/count' > 128
    when !'/system/hypervisor' in list('kvm', 'qemu')
    message 'Xen gives pvh and hvm guests 128 processors at most';

# How a guest boots.
conflict '/system/type' == 'hvm' && '/system/boot/bootloader'
    message 'An hvm guest boots by its firmware, not by a boot loader of the host';
conflict '/system/type' == 'hvm' && '/system/boot/firmware' in list('pvgrub32', 'pvgrub64')
    message 'PV-GRUB starts pv and pvh guests';
conflict '/system/type' in list('pv', 'pvh') &&
    '/system/boot/firmware' in list('bios', 'uefi', 'seabios', 'rombios', 'ovmf')
    message 'Firmware of a PC needs an emulated PC, which hvm guests have';
conflict '/system/type' in list('pv', 'pvh') && '/system/boot/order'
    message 'A boot order is for the firmware of an emulated PC';
conflict '/system/type' in list('pv', 'pvh')
    when !'/system/boot/kernel' && !'/system/boot/bootloader' && !'/system/boot/firmware'
    message 'A pv or pvh guest does not boot by itself: give it a kernel, a boot loader or firmware';

# Devices of an emulated PC.
conflict '/system/type' in list('pv', 'pvh') && '/hardware/devices/sound';
conflict '/system/type' in list('pv', 'pvh') &&
    '/hardware/devices/video/model' in list('stdvga', 'cirrus', 'qxl', 'virtio');
conflict '/system/type' in list('pv', 'pvh') && '/hardware/devices/graphics/spice';
conflict '/system/type' in list('pv', 'pvh') && '/hardware/devices/usb/enabled' == true;
conflict '/system/type' in list('pv', 'pvh') && '/system/features/viridian';
conflict '/system/type' in list('pv', 'pvh') && '/storage/controller';
conflict '/system/type' in list('pv', 'pvh') &&
    '/network/interfaces/*/model' in list(
        'e1000',
        'e1000e',
        'rtl8139',
        'vmxnet3',
        'ne2k_pci',
        'pcnet',
        'i82551',
        'i82557b',
        'i82559er'
    )
    message 'Emulated network cards need an emulated PC';

# Devices of the host.
conflict '/system/type' == 'pvh' && '/hardware/devices/pci' && '/hardware/cpu/arch' in list('x86_64', 'i686')
    message 'A pvh guest is given no PCI devices of the host';

# Virtual machines in the virtual machine.
valid '/system/type' == 'hvm'
    when '/hardware/cpu/nested' == true && !'/system/hypervisor' in list('kvm', 'qemu')
    message 'Only hvm guests run virtual machines themselves';
conflict '/hardware/cpu/nested' == true && '/system/features/hap' == false
    message 'Running virtual machines in the guest needs hardware assisted paging (hap)';
