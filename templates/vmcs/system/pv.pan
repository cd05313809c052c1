@documentation{
    desc = A paravirtual guest, for hosts whose processors do not help. The description sets boot/kernel, and with it \
boot/ramdisk and boot/cmdline where the kernel wants them.
}
structure template vmcs/system/pv;

'type' = 'pv';
'boot/kernel' = undef;
