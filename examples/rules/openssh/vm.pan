@documentation{
    desc = Goal 3: "Using dependency knowledge rules, system can extract hidden-software packages should be installed after \
completing configuration process." The paper's example: "if the user asks for OpenSSH 4.0 installed on the VM, the VM \
configuration has to include the OpenSSL 0.9.6 and Zlib 1.1.4 packages or their later versions".
}
object template vm;

include 'vmcs/vm';

'/hardware/memory/size' = 512;
'/system/boot/order' = list('network');
'/network/interfaces/eth0' = create('vmcs/network/dhcp');

'/software/packages/openssh/version' = '4.0';
