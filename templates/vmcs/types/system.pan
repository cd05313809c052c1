@documentation{
    desc = What the virtual machine is, how it boots, and what becomes of it.
}
declaration template vmcs/types/system;

include 'vmcs/types/text';
include 'vmcs/types/hardware';
include 'vmcs/types/scheduling';
include 'vmcs/types/platform';
include 'vmcs/types/xen';
include 'vmcs/checks/system';

@{ the operating system in the guest }
type vmcs_os = {
    @{ family of operating systems }
    'family' : choice('linux', 'windows', 'freebsd', 'netbsd', 'openbsd', 'other') = 'linux'
    @{ such as debian }
    'distribution' ? vmcs_word
    @{ such as 12, or a kernel's version where that is all that is known }
    'release' ? vmcs_word
    @{ architecture that it is built for }
    'arch' ? vmcs_arch
    @{ width of its addresses }
    'bits' ? long with vmcs_is_one_number_of(SELF, list(32, 64))
};

@{ how the machine boots }
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
    @{ arguments of the boot loader }
    'bootloader_args' ? vmcs_line[1..]
    @{ whether the boot loader runs with few rights }
    'bootloader_restrict' ? boolean
    @{ user of the host that it then runs as }
    'bootloader_user' ? vmcs_user_name
    @{ bios, uefi or the path of a file for an hvm guest; pvgrub32 or pvgrub64 for a pv or pvh guest }
    'firmware' ? vmcs_firmware
    @{ where firmware looks for a system, the first choice first }
    'order' ? choice('hd', 'cdrom', 'network')[1..3]
} with vmcs_boot_is_consistent(SELF);

@{ what becomes of the machine when it ends in some way }
type vmcs_action = choice(
    'destroy', 'restart', 'rename-restart', 'preserve', 'coredump-destroy', 'coredump-restart', 'soft-reset'
);

@{ what becomes of the machine when it ends in some way }
type vmcs_lifecycle = {
    @{ what happens when the guest powers off }
    'on_poweroff' : vmcs_action = 'destroy'
    @{ what happens when the guest reboots }
    'on_reboot' : vmcs_action = 'restart'
    @{ what happens when the guest crashes }
    'on_crash' : vmcs_action = 'destroy'
    @{ what happens when the guest's watchdog expires }
    'on_watchdog' ? vmcs_action
    @{ what happens when the guest asks for a soft reset }
    'on_soft_reset' ? vmcs_action
};

@{ machines that are made of one description, and differ by an index }
type vmcs_instances = {
    @{ how many }
    'count' : long(1..10000)
    @{ index of the first one }
    'first' : long(0..1000000) = 1
};

@{ what the machine is, how it boots, and what becomes of it }
type vmcs_system = {
    @{ name on the host; the description's own name where it is absent }
    'name' ? vmcs_own_name
    @{ identity on the host; derived from the name where it is absent }
    'uuid' ? vmcs_uuid
    @{ name in the guest }
    'hostname' ? vmcs_own_hostname
    @documentation{
        desc = Many machines from one description. Each has its index after its name and hostname; addresses, displays \
and ports count up; elsewhere, as in sources of disks and in boot/cmdline, the word index in braces stands for it.
    }
    'instances' ? vmcs_instances
    @{ what runs it; xen where it is absent }
    'hypervisor' ? choice('xen', 'kvm', 'qemu')
    @{ how it is virtualised: by a modified kernel (pv), by hardware with (hvm) or without (pvh) an emulated PC }
    'type' : choice('pv', 'pvh', 'hvm') = 'hvm'
    'os' : vmcs_os = dict()
    'boot' : vmcs_boot = dict()
    'lifecycle' : vmcs_lifecycle = dict()
    @{ its share of the processors }
    'scheduling' : vmcs_scheduling = dict()
    @{ its clock and timers }
    'clock' ? vmcs_clock
    @{ security labels }
    'security' ? vmcs_security
    @{ parts of a PC that the guest sees }
    'features' ? vmcs_features
    @{ what only Xen knows, in xl's words }
    'xen' ? vmcs_xen
} with vmcs_system_is_consistent(SELF);
