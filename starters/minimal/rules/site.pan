@documentation{
    desc = What all machines here must keep to.
}
declaration template site;

valid '/hardware/memory/size' >= 256
    message 'our system needs 256 MiB';
