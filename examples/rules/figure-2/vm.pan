@documentation{
    desc = Figure 2 of the paper, word for word, is rules/python.pan. What it calls tlk is Tcl/Tk: a repository in which \
that is tk cannot give it, and asks whether tk was meant; one that has tlk gives it.
}
object template vm;

include 'vmcs/vm';

'/hardware/memory/size' = 512;
'/system/boot/order' = list('network');
'/network/interfaces/eth0' = create('vmcs/network/dhcp');

'/software/packages/python' = create('python');
'/software/packages/python/location' = '/images';
'/software/packages/python/PkgID' = null;
