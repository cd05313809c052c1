@documentation{
    desc = How the virtual machine is connected: interfaces, name servers, routes.
}
declaration template vmcs/types/network;

include 'vmcs/types/text';

@{ limit of what an interface may send }
type vmcs_rate = {
    @{ average, in kbit/s }
    'average' : long(1..4294967295)
    @{ length of the interval over which it is counted, in microseconds }
    'interval' ? long(1..4294967295)
};

type vmcs_interface = {
    @{ derived from the names of the machine and the interface where it is absent }
    'mac' ? vmcs_mac
    @{ bridge of the host that the interface is attached to }
    'bridge' ? vmcs_host_interface
    @{ netfront is the paravirtual interface, the others are emulated; the backend's choice where it is absent }
    'model' ? choice('netfront', 'virtio', 'e1000', 'e1000e', 'rtl8139', 'vmxnet3', 'ne2k_pci', 'pcnet',
        'i82551', 'i82557b', 'i82559er')
    'rate' ? vmcs_rate
    @{ largest packet, in bytes }
    'mtu' ? long(68..65535)
    @{ VLAN that the host puts the interface in }
    'vlan' ? long(1..4094)
    @{ script of the host that attaches the interface }
    'script' ? vmcs_word with vmcs_has_form(SELF, '^[^,=]+$', 'the name of a script: it must not have , or =')
    @{ machine that serves the interface, where that is not the host }
    'backend' ? vmcs_name
    @{ addresses that the guest uses }
    'addresses' ? vmcs_cidr[1..]
    'dhcp4' ? boolean
    'dhcp6' ? boolean
    'gateway4' ? vmcs_ipv4
    'gateway6' ? vmcs_ipv6
};

@{ interfaces by the name that the guest gives them, such as eth0 }
type vmcs_interfaces = vmcs_interface{} with {
    vmcs_keys_have_form(SELF, '^[A-Za-z0-9_][A-Za-z0-9_.-]{0,14}$',
        'the name of a network interface: up to 15 letters, digits and _ . -');
    seen = dict();
    foreach (name; interface; SELF) {
        if (exists(interface['mac'])) {
            mac = to_lowercase(interface['mac']);
            if (exists(seen[escape(mac)])) {
                error(format('%s and %s have the same MAC address, %s', seen[escape(mac)], name, mac));
            };
            seen[escape(mac)] = name;
        };
    };
    true;
};

type vmcs_dns = {
    @{ name servers, the preferred one first }
    'nameservers' ? vmcs_ip[1..]
    @{ domains in which unqualified names are looked up }
    'search' ? vmcs_hostname[1..]
};

@{ where a route leads to }
type vmcs_destination = string with SELF == 'default' || vmcs_has_form(SELF, VMCS_CIDR,
    'a destination: give default or a network such as 198.51.100.0/24');

type vmcs_route = {
    @{ network, or default }
    'to' : vmcs_destination
    'via' : vmcs_ip
    'metric' ? long(0..4294967295)
};

type vmcs_network = {
    'interfaces' ? vmcs_interfaces
    'dns' ? vmcs_dns
    'routes' ? vmcs_route[1..]
};
