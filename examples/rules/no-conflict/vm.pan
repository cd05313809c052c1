@documentation{
    desc = Goal 3: "So, it is different to be solved by conflicts rectification, and can not be exposed when the user is filling \
in his configurations." Nothing in this description contradicts anything, so there is nothing to rectify: strict and \
rectified results are the same, and both have the compilers, the Tcl/Tk and the binutils that Python needs.
}
object template vm;

include 'vmcs/vm';

'/hardware/memory/size' = 512;
'/system/boot/order' = list('network');
'/network/interfaces/eth0' = create('vmcs/network/dhcp');

'/software/packages/python/version' = '2.4.6';
