@documentation{
    desc = Disks and what is possible with them.
}
declaration template rr/storage;

# Every disk for itself: the star stands for the same disk in a whole rule.
conflict '/storage/disks/*/format' in list('qcow2', 'qcow', 'vhd', 'qed') && '/storage/disks/*/source/block'
    message 'A block device holds the data as they are: its format is raw';
conflict '/storage/disks/*/access' == 'ro' && '/storage/disks/*/discard' == true
    message 'Nothing can be discarded from a disk that is read only';
conflict '/storage/disks/*/image' && '/storage/disks/*/format' in list('vhd', 'qed', 'qcow')
    message 'A copy of an image is raw or qcow2';
