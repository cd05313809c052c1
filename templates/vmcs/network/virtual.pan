@documentation{
    desc = An interface on a virtual network of the host, as libvirt has them, which gives addresses by DHCP.
}
structure template vmcs/network/virtual;

'network' = 'default';
'dhcp4' = true;
