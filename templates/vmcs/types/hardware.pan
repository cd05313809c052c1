@documentation{
    desc = What the virtual machine is made of: processors, memory, devices.
}
declaration template vmcs/types/hardware;

include 'vmcs/types/text';

@{ architecture, as uname -m prints it }
type vmcs_arch = choice('x86_64', 'i686', 'aarch64', 'armv7l');

type vmcs_cpu = {
    @{ number of virtual CPUs when the machine starts }
    'count' : long(1..4096) = 1
    @{ number of virtual CPUs that it can be given while it runs; the same as count where it is absent }
    'max' ? long(1..4096)
    'arch' : vmcs_arch = 'x86_64'
} with vmcs_limit_holds(SELF, 'count', 'max');

type vmcs_memory = {
    @{ memory when the machine starts, in MiB }
    'size' : long(1..16777216)
    @{ memory that it can be given while it runs, in MiB; the same as size where it is absent }
    'max' ? long(1..16777216)
} with vmcs_limit_holds(SELF, 'size', 'max');

@{ graphical console over VNC }
type vmcs_vnc = {
    @{ address of the host on which to listen }
    'listen' : vmcs_ip = '127.0.0.1'
    @{ display number: 0 is TCP port 5900 }
    'display' ? long(0..59635)
    @{ take another display if the wanted one is in use }
    'autoport' : boolean = true
    @{ keyboard layout, such as en-us or de }
    'keymap' ? string with vmcs_has_form(SELF, '^[A-Za-z0-9][A-Za-z0-9_-]*$', 'a keyboard layout such as en-us or de')
};

type vmcs_graphics = {
    'vnc' ? vmcs_vnc
};

@{ serial port: where its other end is, and for a file which one }
type vmcs_serial = {
    'type' : choice('pty', 'null', 'file') = 'pty'
    'path' ? vmcs_path
} with {
    if (SELF['type'] == 'file' && !exists(SELF['path'])) error("a serial port of type file needs a 'path'");
    if (SELF['type'] != 'file' && exists(SELF['path'])) error("'path' is for serial ports of type file only");
    true;
};

type vmcs_devices = {
    'graphics' ? vmcs_graphics
    @{ serial ports, the first one first }
    'serial' ? vmcs_serial[1..]
};

type vmcs_hardware = {
    'cpu' : vmcs_cpu = dict()
    'memory' : vmcs_memory = dict()
    'devices' : vmcs_devices = dict()
};
