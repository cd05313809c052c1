@documentation{
    desc = Graphical consoles and what they need.
}
declaration template rr/graphics;

conflict '/hardware/devices/video/model' == 'none' &&
    ('/hardware/devices/graphics/vnc' || '/hardware/devices/graphics/spice')
    message 'A graphical console shows a graphics card, and there is none';
conflict '/hardware/devices/video/model' == 'stdvga' && '/hardware/devices/video/ram' < 16;
conflict '/hardware/devices/video/model' == 'cirrus' && '/hardware/devices/video/ram' < 8;
conflict '/hardware/devices/video/model' == 'qxl' && '/hardware/devices/video/ram' < 128;
