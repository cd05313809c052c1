@documentation{
    desc = Graphical consoles and the graphics card.
}
declaration template vmcs/types/graphics;

include 'vmcs/types/text';
include 'vmcs/checks/graphics';

@{ graphical console over VNC }
type vmcs_vnc = {
    @{ address of the host on which to listen }
    'listen' : vmcs_ip = '127.0.0.1'
    @{ display number: 0 is TCP port 5900 }
    'display' ? long(0..59635)
    @{ whether another display is taken if the wanted one is in use }
    'autoport' : boolean = true
    @{ where the password is; without one, whoever can reach the address gets the console }
    'password' ? vmcs_secret
    'keymap' ? vmcs_keymap
} with vmcs_vnc_is_consistent(SELF);

@{ window on the host's screen }
type vmcs_sdl = {
    @{ whether OpenGL draws it }
    'opengl' ? boolean
    @{ X display of the host, such as :0.0 }
    'display' ? vmcs_option
    @{ file with the key to that display }
    'xauthority' ? vmcs_path
};

@{ graphical console over SPICE }
type vmcs_spice = {
    @{ address of the host on which to listen }
    'listen' ? vmcs_ip
    @{ TCP port }
    'port' ? long(1..65535)
    @{ TCP port for encrypted connections }
    'tls_port' ? long(1..65535)
    @{ where the password is }
    'password' ? vmcs_secret
    @{ whether anybody may connect without a password }
    'disable_ticketing' ? boolean
    @{ whether the guest's agent moves the mouse }
    'agent_mouse' ? boolean
    @{ whether the guest has an agent }
    'vdagent' ? boolean
    @{ whether the clipboard is shared; wants vdagent }
    'clipboard_sharing' ? boolean
    @{ number of USB devices that the client may lend }
    'usb_redirection' ? long(0..4)
    @{ how images are compressed }
    'image_compression' ? choice('auto_glz', 'auto_lz', 'quic', 'glz', 'lz', 'off')
    @{ what is taken for a video, and compressed as such }
    'streaming_video' ? choice('filter', 'all', 'off')
} with vmcs_spice_is_consistent(SELF);

@{ graphical consoles }
type vmcs_graphics = {
    'vnc' ? vmcs_vnc
    'sdl' ? vmcs_sdl
    'spice' ? vmcs_spice
} with vmcs_graphics_are_consistent(SELF);

@{ graphics card of an emulated PC }
type vmcs_video = {
    @{ emulated graphics card, or none }
    'model' ? choice('none', 'stdvga', 'cirrus', 'qxl', 'virtio')
    @{ memory of the card, in MiB; 16 for stdvga, 8 for cirrus and 128 for qxl where it is absent }
    'ram' ? long(1..1024)
    @{ the host's own graphics card instead: found by itself (default), or Intel's (igd) }
    'passthrough' ? choice('default', 'igd')
} with vmcs_video_is_consistent(SELF);
