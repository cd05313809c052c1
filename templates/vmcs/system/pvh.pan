@documentation{
    desc = A guest virtualised by hardware but without an emulated PC. The description sets boot/kernel, and with it \
boot/ramdisk and boot/cmdline where the kernel wants them.
}
structure template vmcs/system/pvh;

'type' = 'pvh';
'boot/kernel' = undef;
