@documentation{
    desc = The channel to QEMU's guest agent, which runs in the guest as qemu-guest-agent. Goes below \
/hardware/devices/channels. The description sets its path, a socket of the host.
}
structure template vmcs/devices/guest-agent;

'org.qemu.guest_agent.0' = dict('connection', 'socket', 'path', undef);
