@documentation{
    desc = A graphical console over VNC that only the host itself reaches: others come through SSH. Goes below \
/hardware/devices/graphics/vnc.
}
structure template vmcs/graphics/vnc;

'listen' = '127.0.0.1';
'autoport' = true;
