@documentation{
    desc = What all machines here must keep to.
}
declaration template site;

valid '/hardware/memory/size' <= 512
    when '/storage/shares'
    message 'small guests run on a host with little memory';
