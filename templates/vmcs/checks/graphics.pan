@documentation{
    desc = What must hold between the values of graphical consoles and cards.
}
declaration template vmcs/checks/graphics;

include 'vmcs/functions';

@documentation{
    desc = Whether a VNC console may listen on the network without a password. A description that knows its network to \
be safe sets it to true before it includes vmcs/vm.
}
variable VMCS_OPEN_CONSOLES ?= false;

function vmcs_vnc_is_consistent = {
    vnc = ARGV[0];
    if (!exists(vnc['password']) && !match(vnc['listen'], '^(127\.|::1$)') && !VMCS_OPEN_CONSOLES) {
        error(
            "whoever reaches %s would get the console: set 'password', listen on 127.0.0.1, or set the variable " +
            "VMCS_OPEN_CONSOLES to true",
            vnc['listen'],
        );
    };
    true;
};

function vmcs_spice_is_consistent = {
    spice = ARGV[0];
    open = exists(spice['disable_ticketing']) && spice['disable_ticketing'];
    if (!exists(spice['port']) && !exists(spice['tls_port'])) {
        error("a SPICE console needs a 'port' or a 'tls_port'");
    };
    if (exists(spice['port']) && exists(spice['tls_port']) && spice['port'] == spice['tls_port']) {
        error("'port' and 'tls_port' are both %d: change one", spice['port']);
    };
    if (!exists(spice['password']) && !open) {
        error("a SPICE console needs a 'password', or 'disable_ticketing' if anybody may connect");
    };
    if (exists(spice['password']) && open) {
        error("'password' is not asked for where 'disable_ticketing' is true: remove one");
    };
    shares = exists(spice['clipboard_sharing']) && spice['clipboard_sharing'];
    if (shares && (!exists(spice['vdagent']) || !spice['vdagent'])) {
        error("'clipboard_sharing' is done by the guest's agent: set 'vdagent' to true");
    };
    true;
};

function vmcs_graphics_are_consistent = {
    graphics = ARGV[0];
    if (exists(graphics['vnc']['display']) && exists(graphics['spice'])) {
        port = 5900 + graphics['vnc']['display'];
        foreach (index; field; list('port', 'tls_port')) {
            if (exists(graphics['spice'][field]) && graphics['spice'][field] == port) {
                error(
                    "VNC display %d is TCP port %d, and so is 'spice/%s': change one",
                    graphics['vnc']['display'],
                    port,
                    field,
                );
            };
        };
    };
    true;
};

@{ least memory of each graphics card, in MiB }
final variable VMCS_VIDEO_RAM = dict('stdvga', 16, 'cirrus', 8, 'qxl', 128);

function vmcs_video_is_consistent = {
    video = ARGV[0];
    if (!exists(video['ram'])) return(true);
    if (exists(video['model'])) model = video['model'] else model = 'cirrus';
    if (model == 'none') error("'ram' is the memory of a graphics card, and 'model' is none: remove one");
    if (exists(VMCS_VIDEO_RAM[model]) && video['ram'] < VMCS_VIDEO_RAM[model]) {
        error("a %s card has at least %d MiB of memory, and 'ram' is %d", model, VMCS_VIDEO_RAM[model], video['ram']);
    };
    true;
};
