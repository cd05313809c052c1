@documentation{
    desc = A small guest that runs one program, as a container does, but with a kernel of its own: one processor, \
128 MiB, no disk; its root is the RAM disk, and its data are a directory of the host, mounted over 9p. A description \
includes it and sets /system/boot/kernel and ramdisk, and /storage/shares/data/path.
}
template vmcs/machine/container;

include 'vmcs/vm';

'/hardware/memory/size' = 128;
'/system' = create('vmcs/system/pvh');
'/system/boot/cmdline' = 'console=hvc0 quiet';
'/system/lifecycle/on_crash' = 'restart';
'/system/scheduling/weight' = 128;
'/system/scheduling/cap' = 50;
'/network/interfaces/eth0' = create('vmcs/network/dhcp');
'/storage/shares/data/path' = undef;
