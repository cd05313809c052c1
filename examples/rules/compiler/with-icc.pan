@documentation{ desc = The user wants Intel's compilers, and says so. }
object template with-icc;

include 'vmcs/vm';

'/hardware/memory/size' = 1024;
'/system/boot/order' = list('network');
'/network/interfaces/eth0' = create('vmcs/network/dhcp');

'/software/packages/cpu2000' = dict();
'/software/packages/icc' = dict();
'/software/packages/ifort' = dict();
