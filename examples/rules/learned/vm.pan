@documentation{
    desc = Goal 3: "Dependency knowledge rules can be learned at the time of dependency emergence." OpenSSH was installed, and its \
service did not start for want of an entropy source. The rule that was learned of it is in rules/: the first result is \
without it, the second with it.
}
object template vm;

include 'vmcs/vm';

'/hardware/memory/size' = 512;
'/system/boot/order' = list('network');
'/network/interfaces/eth0' = create('vmcs/network/dhcp');

'/software/packages/openssh/version' = '4.0';
