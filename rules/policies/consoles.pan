@documentation{
    desc = No console that anybody who reaches it can use.
}
declaration template policies/consoles;

valid '/hardware/devices/graphics/vnc/password'
    when '/hardware/devices/graphics/vnc' && !'/hardware/devices/graphics/vnc/listen' in list('127.0.0.1', '::1')
    message 'A VNC console on the network has a password';
conflict '/hardware/devices/graphics/spice/disable_ticketing' == true
    message 'A SPICE console has a password';
conflict '/hardware/devices/serial/*/type' in list('tcp', 'telnet', 'udp')
    message 'A serial console is not reached over the network, where anybody could use it';
