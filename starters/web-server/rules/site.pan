@documentation{
    desc = What all machines here must keep to.
}
declaration template site;

valid '/hardware/memory/size' >= 512
    when '/software/packages/nginx'
    message 'the cache of our pages takes 512 MiB';
