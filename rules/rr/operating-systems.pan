@documentation{
    desc = What operating systems need, as their makers say: the way of virtualisation, least memory, processors.
}
declaration template rr/operating-systems;

# Systems without a kernel for pv guests.
valid '/system/type' == 'hvm'
    when '/system/os/family' == 'windows'
    message 'Windows runs on an emulated PC only';
valid '/system/type' in list('pvh', 'hvm') when '/system/os/family' == 'freebsd';
valid '/system/type' == 'hvm' when '/system/os/family' == 'openbsd';

# Windows: server editions, then 10 and 11.
valid '/hardware/memory/size' >= 512
    when '/system/os/family' == 'windows' && '/system/os/release' in list('2016', '2019', '2022', '2025');
valid '/hardware/cpu/arch' in list('x86_64', 'aarch64')
    when '/system/os/family' == 'windows' && '/system/os/release' in list('2016', '2019', '2022', '2025', '11');
valid '/hardware/memory/size' >= 1024
    when '/system/os/family' == 'windows' && '/system/os/release' == '10' && '/hardware/cpu/arch' == 'i686';
valid '/hardware/memory/size' >= 2048
    when '/system/os/family' == 'windows' && '/system/os/release' == '10' && '/hardware/cpu/arch' == 'x86_64';
valid '/hardware/memory/size' >= 4096 when '/system/os/family' == 'windows' && '/system/os/release' == '11';
valid '/hardware/cpu/count' >= 2 when '/system/os/family' == 'windows' && '/system/os/release' == '11';
valid '/system/boot/firmware' in list('uefi', 'ovmf')
    when '/system/os/family' == 'windows' && '/system/os/release' == '11'
    message 'Windows 11 boots by UEFI';

# Distributions of Linux, installed as servers.
valid '/hardware/memory/size' >= 256 when '/system/os/distribution' == 'debian' && '/system/os/release' >= '11';
valid '/hardware/memory/size' >= 1024 when '/system/os/distribution' == 'ubuntu' && '/system/os/release' >= '20.04';
valid '/hardware/memory/size' >= 1536
    when '/system/os/distribution' in list('rhel', 'centos', 'rocky', 'almalinux') && '/system/os/release' >= '8';
valid '/hardware/memory/size' >= 2048 when '/system/os/distribution' == 'fedora' && '/system/os/release' >= '30';

# Releases that are no longer built for 32-bit processors.
conflict '/hardware/cpu/arch' == 'i686' && '/system/os/distribution' == 'debian' && '/system/os/release' >= '13'
    message 'Debian has no system for i686 since release 13';
conflict '/hardware/cpu/arch' == 'i686' && '/system/os/distribution' == 'ubuntu' && '/system/os/release' >= '20.04'
    message 'Ubuntu has no system for i686 since release 20.04';
conflict '/hardware/cpu/arch' == 'i686' &&
    '/system/os/release' >= '7' &&
    '/system/os/distribution' in list('rhel', 'rocky', 'almalinux')
    message 'Red Hat has no system for i686 since release 7';
