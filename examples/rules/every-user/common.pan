@documentation{ desc = What the machines of all users have. }
template common;

include 'vmcs/vm';

'/hardware/memory/size' = 512;
'/system/boot/order' = list('network');
'/network/interfaces/eth0' = create('vmcs/network/dhcp');
