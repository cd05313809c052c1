@documentation{
    desc = A fully virtualised guest, which boots from its disk as a PC does and runs any operating system.
}
structure template vmcs/system/hvm;

'type' = 'hvm';
'boot/firmware' = 'bios';
'boot/order' = list('hd');
