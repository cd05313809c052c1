@documentation{
    desc = A disk in a file of the host that holds the data as they are. The description sets size, in MiB.
}
structure template vmcs/disk/file;

'size' = undef;
'format' = 'raw';
