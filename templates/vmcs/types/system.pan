@documentation{
    desc = What the virtual machine is, how it boots, and what becomes of it.
}
declaration template vmcs/types/system;

include 'vmcs/types/text';
include 'vmcs/types/hardware';

@{ the operating system in the guest }
type vmcs_os = {
    'family' : choice('linux', 'windows', 'freebsd', 'netbsd', 'openbsd', 'other') = 'linux'
    @{ such as debian }
    'distribution' ? vmcs_word
    @{ such as 12, or a kernel's version where that is all that is known }
    'release' ? vmcs_word
    @{ architecture that it is built for }
    'arch' ? vmcs_arch
    @{ width of its addresses }
    'bits' ? long with SELF == 32 || SELF == 64 || error(format('%d is not a width: give 32 or 64', SELF))
};

type vmcs_firmware = string with vmcs_has_form(SELF,
    '^(bios|uefi|seabios|rombios|ovmf|pvgrub32|pvgrub64|/[^\x00-\x1f]*)$',
    'a firmware: give bios, uefi, seabios, rombios, ovmf, pvgrub32, pvgrub64 or an absolute path');

type vmcs_boot = {
    @{ kernel, a file of the host }
    'kernel' ? vmcs_path
    @{ initial RAM disk, a file of the host }
    'ramdisk' ? vmcs_path
    @{ the kernel's whole command line; excludes root and extra }
    'cmdline' ? vmcs_line
    @{ what the kernel mounts as its root, such as /dev/xvda1 ro }
    'root' ? vmcs_line
    @{ what follows root on the kernel's command line }
    'extra' ? vmcs_line
    @{ program of the host that takes the kernel out of the guest's disk }
    'bootloader' ? vmcs_word
    'bootloader_args' ? vmcs_line[1..]
    @{ a name or the path of a file }
    'firmware' ? vmcs_firmware
    @{ where firmware looks for a system, the first choice first }
    'order' ? choice('hd', 'cdrom', 'network')[1..3]
} with {
    if (exists(SELF['cmdline']) && (exists(SELF['root']) || exists(SELF['extra']))) {
        error("'cmdline' is the whole command line: give either it, or 'root' and 'extra'");
    };
    if (exists(SELF['bootloader_args']) && !exists(SELF['bootloader'])) {
        error("'bootloader_args' are for a 'bootloader', and there is none");
    };
    if (exists(SELF['ramdisk']) && !exists(SELF['kernel'])) {
        error("a 'ramdisk' is loaded together with a 'kernel', and there is none");
    };
    true;
};

@{ what becomes of the machine when it ends in some way }
type vmcs_action = choice('destroy', 'restart', 'rename-restart', 'preserve', 'coredump-destroy',
    'coredump-restart', 'soft-reset');

type vmcs_lifecycle = {
    'on_poweroff' : vmcs_action = 'destroy'
    'on_reboot' : vmcs_action = 'restart'
    'on_crash' : vmcs_action = 'destroy'
    'on_watchdog' ? vmcs_action
    'on_soft_reset' ? vmcs_action
};

type vmcs_scheduling = {
    @{ share of the processors when they are short; 256 is the usual share }
    'weight' ? long(1..65535)
    @{ upper limit, in percent of one processor; 0 is no limit }
    'cap' ? long(0..409600)
    @{ pool of processors of the host }
    'pool' ? vmcs_word
};

type vmcs_system = {
    @{ name on the host; the description's own name where it is absent }
    'name' ? vmcs_name
    @{ derived from the name where it is absent }
    'uuid' ? vmcs_uuid
    @{ name in the guest }
    'hostname' ? vmcs_hostname
    @{ how it is virtualised: by a modified kernel (pv), by hardware with (hvm) or without (pvh) an emulated PC }
    'type' : choice('pv', 'pvh', 'hvm') = 'hvm'
    'os' : vmcs_os = dict()
    'boot' : vmcs_boot = dict()
    'lifecycle' : vmcs_lifecycle = dict()
    'scheduling' : vmcs_scheduling = dict()
} with {
    boot = SELF['boot'];
    if (SELF['type'] != 'hvm') {
        if (!exists(boot['kernel']) && !exists(boot['bootloader']) && !exists(boot['firmware'])) {
            error(format("a %s guest does not boot by itself: set 'boot/kernel', 'boot/bootloader' or 'boot/firmware'",
                SELF['type']));
        };
        if (exists(boot['kernel']) && exists(boot['firmware'])) {
            error(format("a %s guest boots from 'boot/kernel' or from 'boot/firmware', not from both", SELF['type']));
        };
        if (exists(boot['order'])) {
            error(format("'boot/order' is for the firmware of an hvm guest, and this is a %s guest", SELF['type']));
        };
    };
    true;
};
