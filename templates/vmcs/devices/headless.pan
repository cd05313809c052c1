@documentation{
    desc = Devices of an emulated PC without a screen: its console is the first serial port. Goes below \
/hardware/devices.
}
structure template vmcs/devices/headless;

'video/model' = 'none';
'serial' = list(dict('type', 'pty'));
