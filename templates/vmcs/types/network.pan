@documentation{
    desc = How the virtual machine is connected: interfaces, name servers, routes.
}
declaration template vmcs/types/network;

include 'vmcs/types/text';
include 'vmcs/checks/network';

@{ limit of what an interface may send }
type vmcs_rate = {
    @{ average, in kbit/s }
    'average' : long(1..4294967295)
    @{ length of the interval over which it is counted, in microseconds }
    'interval' ? long(1..4294967295)
};

@{ options by name without their colo prefix, of COLO, which keeps a second machine in step }
type vmcs_colo = vmcs_option{} with vmcs_keys_are(SELF, 'colo-option');

@{ network interface }
type vmcs_interface = {
    @{ MAC address; derived from the names of the machine and the interface where it is absent }
    'mac' ? vmcs_mac
    @{ bridge of the host that the interface is attached to }
    'bridge' ? vmcs_host_interface
    @{ virtual network of the host that the interface is attached to instead }
    'network' ? vmcs_word
    @{ netfront is the paravirtual interface, the others are emulated; the backend's choice where it is absent }
    'model' ? choice(
        'netfront', 'virtio', 'e1000', 'e1000e', 'rtl8139', 'vmxnet3', 'ne2k_pci', 'pcnet', 'i82551', 'i82557b',
        'i82559er'
    )
    'rate' ? vmcs_rate
    @{ largest packet, in bytes }
    'mtu' ? long(68..65535)
    @{ VLAN that the host puts the interface in }
    'vlan' ? long(1..4094)
    @{ VLANs that the host lets through to the interface; excludes vlan }
    'vlans' ? vmcs_vlan_trunk
    @{ script of the host that attaches the interface }
    'script' ? vmcs_script
    @{ machine that serves the interface, where that is not the host }
    'backend' ? vmcs_name
    @{ name of the network device by which the host knows the interface }
    'target' ? vmcs_host_interface
    @{ network device of the host through which the interface is routed }
    'gateway_device' ? vmcs_host_interface
    @{ addresses that the host lets the guest use }
    'allowed_addresses' ? vmcs_allowed_address[1..]
    @{ number of the interface; its place in the list where it is absent }
    'devid' ? long(0..255)
    @{ whether the guest can trust the machine that serves the interface }
    'trusted' ? boolean
    'colo' ? vmcs_colo
    @{ addresses that the guest uses }
    'addresses' ? vmcs_cidr[1..]
    @{ whether the guest gets an IPv4 address by DHCP }
    'dhcp4' ? boolean
    @{ whether the guest gets an IPv6 address by DHCP }
    'dhcp6' ? boolean
    @{ IPv4 address of the gateway }
    'gateway4' ? vmcs_ipv4
    @{ IPv6 address of the gateway }
    'gateway6' ? vmcs_ipv6
} with vmcs_interface_is_consistent(SELF);

@{ interfaces by the name that the guest gives them, such as eth0 }
type vmcs_interfaces = vmcs_interface{} with
    vmcs_keys_are(SELF, 'guest-interface') && vmcs_interfaces_are_consistent(SELF);

@{ how names are resolved }
type vmcs_dns = {
    @{ name servers, the preferred one first }
    'nameservers' ? vmcs_ip[1..]
    @{ domains in which unqualified names are looked up }
    'search' ? vmcs_hostname[1..]
};

@{ route beside those of the interfaces }
type vmcs_route = {
    @{ network, or default }
    'to' : vmcs_destination
    @{ next gateway }
    'via' : vmcs_ip
    @{ cost; the cheapest route wins }
    'metric' ? long(0..4294967295)
} with vmcs_route_is_consistent(SELF);

@{ sockets that another machine serves, over Xen's PV Calls }
type vmcs_pvcalls = {
    @{ machine that serves them }
    'backend' : vmcs_name
};

@{ how the machine is connected }
type vmcs_network = {
    'interfaces' ? vmcs_interfaces
    'dns' ? vmcs_dns
    @{ routes beside those of the interfaces }
    'routes' ? vmcs_route[1..]
    @{ sockets that other machines serve }
    'pvcalls' ? vmcs_pvcalls[1..]
};
