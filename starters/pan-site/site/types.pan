@documentation{
    desc = What a host of this site is.
}
declaration template site/types;

type site_interface = {
    'ip' : string
    'netmask' : string = '255.255.255.0'
};

type site_host = {
    'name' : string
    @{ in MiB }
    'memory' : long(256..)
    'interfaces' : site_interface{1..}
};
