@documentation{
    desc = What must hold between the values below /hardware/devices.
}
declaration template vmcs/checks/devices;

include 'vmcs/functions';

@{ which types of serial ports have a path, and which an address }
final variable VMCS_SERIAL_ENDS = dict(
    'file', 'path',
    'pipe', 'path',
    'unix', 'path',
    'device', 'path',
    'tcp', 'address',
    'telnet', 'address',
    'udp', 'address',
);

function vmcs_serial_is_consistent = {
    port = ARGV[0];
    wanted = '';
    if (exists(VMCS_SERIAL_ENDS[port['type']])) wanted = VMCS_SERIAL_ENDS[port['type']];
    if (wanted != '' && !exists(port[wanted])) {
        error("a serial port of type %s needs '%s'", port['type'], wanted);
    };
    foreach (index; end; list('path', 'address')) {
        if (end != wanted && exists(port[end])) {
            error("'%s' is not for serial ports of type %s: remove it, or change the type", end, port['type']);
        };
    };
    if (exists(port['address'])) {
        number = matches(port['address'], '^[^\s]*:([0-9]{1,5})$');
        if (length(number) == 0 || to_long(number[1], 10) < 1 || to_long(number[1], 10) > 65535) {
            error("'%s' is not HOST:PORT, such as 127.0.0.1:4555", port['address']);
        };
    };
    true;
};

function vmcs_channel_is_consistent = {
    channel = ARGV[0];
    if (channel['connection'] == 'socket' && !exists(channel['path'])) {
        error("a channel of connection socket needs a 'path'");
    };
    if (channel['connection'] != 'socket' && exists(channel['path'])) {
        error("'path' is for channels of connection socket only");
    };
    true;
};

function vmcs_usb_is_consistent = {
    usb = ARGV[0];
    vmcs_excludes(usb, 'version', 'enabled', "'version' makes a bus of its own");
    vmcs_excludes(usb, 'version', 'devices', "emulated devices are on the bus that 'enabled' makes");
    if (exists(usb['devices']) && (!exists(usb['enabled']) || !usb['enabled'])) {
        error("'devices' are on the USB bus of an emulated PC: set 'enabled' to true");
    };
    if (!exists(usb['host_devices'])) return(true);

    owners = dict();
    places = dict();
    foreach (index; device; usb['host_devices']) {
        vmcs_usb_port_exists(usb, device);
        place = format('bus %d address %d', device['bus'], device['address']);
        vmcs_add_once(places, place, format('host_devices/%d', index), place + ' of USB is given');
        if (exists(device['port'])) {
            port = format('port %d of controller %d', device['port'], device['controller']);
            vmcs_add_once(owners, port, format('host_devices/%d', index), port + ' is taken');
        };
    };
    true;
};

@{ whether a USB device is plugged into a controller and a port that there are }
function vmcs_usb_port_exists = {
    device = ARGV[1];
    if (!exists(device['controller'])) return(true);
    if (exists(ARGV[0]['controllers'])) count = length(ARGV[0]['controllers']) else count = 0;
    if (device['controller'] >= count) {
        error(
            "a USB device is plugged into controller %d, and 'controllers' has %d, counted from 0: add one, or " +
            "change 'controller'",
            device['controller'],
            count,
        );
    };
    controller = ARGV[0]['controllers'][device['controller']];
    # A controller has 8 ports where it does not say.
    if (exists(controller['ports'])) ports = controller['ports'] else ports = 8;
    if (exists(device['port']) && device['port'] > ports) {
        error(
            "a USB device is plugged into port %d of controller %d, which has %d: change 'port' or 'ports'",
            device['port'],
            device['controller'],
            ports,
        );
    };
    true;
};

function vmcs_devices_are_consistent = {
    devices = ARGV[0];
    if (exists(devices['pci'])) {
        addresses = dict();
        slots = dict();
        foreach (index; device; devices['pci']) {
            # 03:00.0 is short for 0000:03:00.0.
            address = replace('^(..:)', '0000:$1', to_lowercase(device['address']));
            owner = format('pci/%d', index);
            vmcs_add_once(addresses, address, owner, format('the device at %s is given', device['address']));
            if (exists(device['slot'])) {
                vmcs_add_once(slots, to_lowercase(device['slot']), owner, format('slot %s is taken', device['slot']));
            };
        };
    };
    if (exists(devices['video']['passthrough']) && !exists(devices['pci'])) {
        error("'video/passthrough' gives the guest a graphics card of the host: name that card in 'pci'");
    };
    emulated = exists(devices['usb']['enabled']) && devices['usb']['enabled'];
    if (
        emulated &&
        exists(devices['graphics']['spice']['usb_redirection']) &&
        devices['graphics']['spice']['usb_redirection'] > 0
    ) {
        error(
            "'graphics/spice/usb_redirection' and 'usb/enabled' exclude each other: set 'usb/version' instead of " +
            "'enabled'",
        );
    };
    true;
};
