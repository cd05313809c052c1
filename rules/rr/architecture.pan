@documentation{
    desc = Which operating systems run on which processors.
}
declaration template rr/architecture;

valid '/hardware/cpu/arch' in list('x86_64', 'aarch64')
    when '/system/os/bits' == 64
    message 'A 64-bit operating system needs 64-bit processors';

valid '/hardware/cpu/arch' == 'x86_64' when '/system/os/arch' == 'x86_64';
valid '/hardware/cpu/arch' == 'aarch64' when '/system/os/arch' == 'aarch64';
# The 64-bit processors of a family run what is built for its 32-bit ones.
valid '/hardware/cpu/arch' in list('i686', 'x86_64') when '/system/os/arch' == 'i686';
valid '/hardware/cpu/arch' in list('armv7l', 'aarch64') when '/system/os/arch' == 'armv7l';

conflict '/system/os/bits' == 64 && '/system/os/arch' in list('i686', 'armv7l')
    message 'i686 and armv7l are 32-bit architectures';
conflict '/system/os/bits' == 32 && '/system/os/arch' in list('x86_64', 'aarch64')
    message 'x86_64 and aarch64 are 64-bit architectures';

# 32-bit processors and systems.
conflict '/system/os/bits' == 32 && '/hardware/memory/size' > 65536
    message 'A 32-bit system addresses 64 GiB at most';
conflict '/hardware/cpu/arch' in list('i686', 'armv7l') && '/hardware/memory/size' > 65536
    message '32-bit processors address 64 GiB at most';
conflict '/system/features/pae' == false && '/system/os/bits' == 32 && '/hardware/memory/size' > 4096
    message 'Without PAE a 32-bit system addresses 4 GiB at most';
conflict '/system/features/pae' == false && '/system/os/bits' == 64
    message 'A 64-bit system needs PAE';
