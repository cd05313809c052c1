@documentation{
    desc = A disk on an iSCSI target, which the host logs in to with Xen's script block-iscsi. The description sets \
source/target, such as iqn=iqn.2001-05.org.example:disk1,portal=192.0.2.40:3260.
}
structure template vmcs/disk/iscsi;

'format' = 'raw';
'script' = 'block-iscsi';
'source/target' = undef;
