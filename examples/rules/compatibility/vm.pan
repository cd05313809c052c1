@documentation{
    desc = Goal 2: "The causal user is not a professional, who has no enough experience and knowledge to avoid various problems, \
such as the compatibility issues among different software, systems, and platforms." Here software does not suit \
software (OpenSSH 4.0 and an old OpenSSL), and the system not the platform (Windows as a pv guest).
}
object template vm;

include 'vmcs/vm';

'/hardware/memory/size' = 2048;

'/system/type' = 'pv';
'/system/os/family' = 'windows';
'/system/boot/kernel' = '/boot/vmlinuz';

'/software/packages/openssh/version' = '4.0';
'/software/packages/openssl/version' = '0.9.5';
