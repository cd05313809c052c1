@documentation{
    desc = Devices of an emulated PC with a screen: a graphics card, a tablet whose pointer follows the viewer's, \
sound, and a VNC console that only the host itself reaches. Goes below /hardware/devices.
}
structure template vmcs/devices/desktop;

'video/model' = 'stdvga';
'video/ram' = 16;
'usb/enabled' = true;
'usb/devices' = list('tablet');
'sound' = list('hda');
'graphics/vnc' = create('vmcs/graphics/vnc');
