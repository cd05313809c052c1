@documentation{
    desc = Goal 3: "Software dependency is related to the complex dependent relationship among software packages, which almost \
cannot be found until packages being called." A wiki needs what it is written in, that needs libraries, and so on: \
whoever asks for the wiki need not know.
}
object template vm;

include 'vmcs/vm';

'/hardware/memory/size' = 1024;
'/system/boot/order' = list('network');
'/network/interfaces/eth0' = create('vmcs/network/dhcp');

'/software/packages/wiki' = dict();
