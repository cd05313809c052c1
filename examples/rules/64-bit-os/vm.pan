@documentation{
    desc = Goal 2: "For example, users cannot install a 64-bit OS on the 32-bit hardware architecture."
}
object template vm;

include 'vmcs/vm';

'/hardware/cpu/arch' = 'i686';
'/hardware/memory/size' = 512;

'/system/os/bits' = 64;
'/system/boot/order' = list('network');

'/network/interfaces/eth0' = create('vmcs/network/dhcp');
