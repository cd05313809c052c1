@documentation{
    desc = A graphical console over SPICE, with a pointer that follows the viewer's and a common \
clipboard. The description sets port, and password to where the password is. The guest needs spice-vdagent. \
Goes below /hardware/devices/graphics/spice.
}
structure template vmcs/graphics/spice;

'listen' = '127.0.0.1';
'port' = undef;
'password' = undef;
'agent_mouse' = true;
'vdagent' = true;
'clipboard_sharing' = true;
