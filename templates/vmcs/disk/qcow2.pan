@documentation{
    desc = A disk in a qcow2 file of the host, which takes only the room that it needs and can start as a copy of an \
image. The description sets size, in MiB.
}
structure template vmcs/disk/qcow2;

'size' = undef;
'format' = 'qcow2';
'backendtype' = 'qdisk';
