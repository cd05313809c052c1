@documentation{
    desc = A graphical console over VNC for the network. The description sets password to where the password is, \
such as file:/etc/vmcs/vnc-password, and display where viewers expect a fixed port. Goes below \
/hardware/devices/graphics/vnc.
}
structure template vmcs/graphics/vnc-password;

'listen' = '0.0.0.0';
'password' = undef;
