@documentation{
    desc = Devices other than disks and network interfaces.
}
declaration template vmcs/types/devices;

include 'vmcs/types/text';
include 'vmcs/types/graphics';
include 'vmcs/checks/devices';

@{ serial port: where its other end is, and which one that is }
type vmcs_serial = {
    @{ what the other end is on the host: a terminal (pty), nothing (null), a file, a socket }
    'type' : choice('pty', 'null', 'file', 'stdio', 'vc', 'pipe', 'unix', 'device', 'tcp', 'telnet', 'udp') = 'pty'
    @{ for a port of type file, pipe, unix or device }
    'path' ? vmcs_path
    @{ HOST:PORT, for a port of type tcp, telnet or udp }
    'address' ? vmcs_option
} with vmcs_serial_is_consistent(SELF);

@{ PCI device of the host that the guest is given }
type vmcs_pci = {
    @{ address of the device on the host, as lspci -D prints it }
    'address' : vmcs_pci_address
    @{ slot in which the guest sees it, a hexadecimal number }
    'slot' ? vmcs_pci_slot
    @{ whether the guest may write to all of its configuration space }
    'permissive' ? boolean
    @{ whether MSI interrupts are translated to INTx }
    'msitranslate' ? boolean
    @{ whether the host's driver is taken off it }
    'seize' ? boolean
    @{ whether the guest may set its power states }
    'power_mgmt' ? boolean
    @{ what happens if memory that it needs is in use: the machine does not start (strict), or starts with a warning }
    'rdm_policy' ? choice('strict', 'relaxed')
};

@{ version of USB }
type vmcs_usb_version = long with vmcs_is_one_number_of(SELF, list(1, 2, 3));

@{ USB controller of its own }
type vmcs_usb_controller = {
    @{ how it is provided: by the paravirtual drivers (pv, qusb) or the device model; auto chooses }
    'type' ? choice('auto', 'pv', 'qusb', 'devicemodel')
    'version' ? vmcs_usb_version
    @{ number of ports }
    'ports' ? long(1..31)
    @{ machine that serves it, where that is not the host }
    'backend' ? vmcs_name
};

@{ USB device of the host, by where it is plugged in, as lsusb prints it }
type vmcs_usb_host_device = {
    @{ bus of the device on the host }
    'bus' : long(1..255)
    @{ number of the device on that bus }
    'address' : long(1..127)
    @{ controller of the guest that it is plugged into, counted from 0 }
    'controller' ? long(0..255)
    @{ port of that controller, counted from 1 }
    'port' ? long(1..31)
} with {
    if (exists(SELF['port']) && !exists(SELF['controller'])) {
        error("'port' counts the ports of a controller: set 'controller' too, or leave 'port' out");
    };
    true;
};

@{ USB of the guest: the bus of an emulated PC, controllers of their own, devices of the host }
type vmcs_usb = {
    @{ whether an emulated PC has a USB bus }
    'enabled' ? boolean
    @{ version of that bus; excludes enabled and devices }
    'version' ? vmcs_usb_version
    @{ emulated devices such as tablet, and devices of the host as host:VENDOR:PRODUCT }
    'devices' ? vmcs_qemu_device[1..]
    @{ controllers of their own, counted from 0 }
    'controllers' ? vmcs_usb_controller[1..]
    @{ devices of the host that the guest is given }
    'host_devices' ? vmcs_usb_host_device[1..]
} with vmcs_usb_is_consistent(SELF);

@{ trusted platform module }
type vmcs_tpm = {
    @{ machine that serves it }
    'backend' : vmcs_name
    @{ identity of the TPM }
    'uuid' ? vmcs_uuid
};

@{ channel between host and guest }
type vmcs_channel = {
    @{ what it is connected to on the host: a terminal (pty) or a socket }
    'connection' : choice('pty', 'socket') = 'pty'
    @{ the socket, for a channel of connection socket }
    'path' ? vmcs_path
    @{ machine that serves it, where that is not the host }
    'backend' ? vmcs_name
} with vmcs_channel_is_consistent(SELF);

@{ channels by name, such as org.qemu.guest_agent.0 }
type vmcs_channels = vmcs_channel{} with vmcs_keys_are(SELF, 'identifier');

type vmcs_devices = {
    'graphics' ? vmcs_graphics
    @{ graphics card }
    'video' ? vmcs_video
    @{ serial ports, the first one first }
    'serial' ? vmcs_serial[1..]
    @{ emulated sound cards }
    'sound' ? choice('hda', 'ac97', 'es1370', 'sb16', 'cs4231a', 'gus', 'adlib', 'pcspk')[1..]
    @{ PCI devices of the host that the guest is given }
    'pci' ? vmcs_pci[1..]
    'usb' ? vmcs_usb
    @{ trusted platform modules }
    'tpm' ? vmcs_tpm[1..]
    'channels' ? vmcs_channels
} with vmcs_devices_are_consistent(SELF);
