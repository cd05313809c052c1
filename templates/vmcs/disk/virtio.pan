@documentation{
    desc = A disk in a file of the host that the guest sees as a virtio disk, for guests without drivers for Xen's own \
disks. The description sets size, in MiB.
}
structure template vmcs/disk/virtio;

'size' = undef;
'format' = 'raw';
'specification' = 'virtio';
