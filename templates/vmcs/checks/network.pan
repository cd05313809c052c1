@documentation{
    desc = What must hold between the values below /network.
}
declaration template vmcs/checks/network;

include 'vmcs/functions';

function vmcs_interface_is_consistent = {
    interface = ARGV[0];
    foreach (index; other; list('network', 'gateway_device')) {
        vmcs_excludes(interface, 'bridge', other, 'an interface is attached to one thing');
    };
    vmcs_excludes(interface, 'network', 'gateway_device', 'an interface is attached to one thing');
    vmcs_excludes(interface, 'vlan', 'vlans', 'an interface is in one VLAN, or the trunk of many');
    if (exists(interface['vlans'])) {
        foreach (index; item; split('/', interface['vlans'])) {
            # 100+10x4 is 100 and four more in steps of 10.
            parts = matches(item, '^([0-9]+)p?(?:\+([0-9]+)x([0-9]+))?$');
            first = to_long(parts[1], 10);
            last = first;
            if (length(parts) == 4) last = first + to_long(parts[2], 10) * to_long(parts[3], 10);
            if (first < 1 || last > 4094) error("VLANs are numbered from 1 to 4094, and 'vlans' has %s", item);
        };
    };
    four = false;
    six = exists(interface['dhcp6']) && interface['dhcp6'];
    own = dict();
    if (exists(interface['addresses'])) {
        foreach (index; address; interface['addresses']) {
            if (match(address, ':')) six = true else four = true;
            host = to_lowercase(replace('/.*', '', address));
            vmcs_add_once(own, host, format('addresses/%d', index), format('%s is given', host));
        };
    };
    foreach (index; field; list('gateway4', 'gateway6')) {
        if (exists(interface[field]) && exists(own[escape(to_lowercase(interface[field]))])) {
            error("'%s' is %s, which is the interface's own address: give the router's", field, interface[field]);
        };
    };
    if (exists(interface['gateway4']) && !four && !(exists(interface['dhcp4']) && interface['dhcp4'])) {
        error("'gateway4' cannot be reached without an IPv4 address: add one to 'addresses', or set 'dhcp4'");
    };
    if (six && exists(interface['mtu']) && interface['mtu'] < 1280) {
        error("IPv6 needs an 'mtu' of at least 1280, and it is %d", interface['mtu']);
    };
    true;
};

function vmcs_interfaces_are_consistent = {
    interfaces = ARGV[0];
    owners = dict();
    foreach (name; interface; interfaces) {
        if (exists(interface['mac'])) {
            mac = to_lowercase(interface['mac']);
            vmcs_add_once(owners, mac, name, format('the MAC address %s is taken', mac));
        };
        if (exists(interface['devid'])) {
            vmcs_add_once(
                owners,
                format('devid %d', interface['devid']),
                name,
                format("the number %d ('devid') is taken", interface['devid']),
            );
        };
        if (exists(interface['target'])) {
            vmcs_add_once(
                owners,
                'target ' + interface['target'],
                name,
                format("the host's name %s ('target') is taken", interface['target']),
            );
        };
        foreach (index; field; list('gateway4', 'gateway6')) {
            if (exists(interface[field])) {
                vmcs_add_once(
                    owners,
                    field,
                    name,
                    format("the guest has one default route, and writes others in 'routes': '%s' is set", field),
                );
            };
        };
        if (exists(interface['addresses'])) {
            foreach (index; address; interface['addresses']) {
                host = to_lowercase(replace('/.*', '', address));
                vmcs_add_once(owners, host, name, format('the address %s is taken', host));
            };
        };
    };
    true;
};

function vmcs_route_is_consistent = {
    route = ARGV[0];
    if (route['to'] != 'default' && match(route['to'], ':') != match(route['via'], ':')) {
        error("the route to %s leads over %s: the one is IPv4 and the other IPv6", route['to'], route['via']);
    };
    true;
};
