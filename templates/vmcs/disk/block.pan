@documentation{
    desc = A disk that is a block device of the host, such as a logical volume. The description sets source/block.
}
structure template vmcs/disk/block;

'format' = 'raw';
'source/block' = undef;
