@documentation{
    desc = A disk that starts as a copy of an image and stores only what differs from it. The description sets image, \
and size in MiB where the disk is to be larger than the image.
}
structure template vmcs/disk/copy;

'image' = undef;
'format' = 'qcow2';
'backendtype' = 'qdisk';
