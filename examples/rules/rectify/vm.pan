@documentation{
    desc = Goal 2: "V-MCS should design some rules to help users to detect and rectify conflicting options automatically." Four \
things are wrong at once; each is given up for what outranks it: hardware is kept rather than software.
}
object template vm;

include 'vmcs/vm';

'/hardware/cpu/arch' = 'i686';
'/hardware/cpu/nested' = true;
'/hardware/memory/size' = 131072;

'/system/type' = 'hvm';
'/system/os/bits' = 64;
'/system/features/hap' = false;
'/system/boot/order' = list('network');

'/network/interfaces/eth0' = create('vmcs/network/dhcp', 'model', 'e1000');

'/software/packages/openssh/version' = '4.0';
'/software/packages/zlib/version' = '1.1.3';
