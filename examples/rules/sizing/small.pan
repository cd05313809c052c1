@documentation{ desc = The user says what the machine is to be; suggestions give way to that. }
object template small;

include 'vmcs/vm';

'/hardware/cpu/count' = 1;
'/hardware/memory/size' = 512;
'/system/type' = 'pv';
'/system/boot/kernel' = '/boot/vmlinuz';
'/software/packages/postgresql' = dict();
