@documentation{
    desc = What must hold between the values below /system.
}
declaration template vmcs/checks/system;

include 'vmcs/functions';

function vmcs_boot_is_consistent = {
    boot = ARGV[0];
    if (exists(boot['cmdline']) && (exists(boot['root']) || exists(boot['extra']))) {
        error("'cmdline' is the whole command line: give either it, or 'root' and 'extra'");
    };
    if (exists(boot['ramdisk']) && !exists(boot['kernel'])) {
        error("a 'ramdisk' is loaded together with a 'kernel', and there is none");
    };
    vmcs_excludes(boot, 'bootloader', 'kernel', "a boot loader takes the kernel out of the guest's disk");
    vmcs_excludes(boot, 'bootloader', 'firmware', "a guest boots in one way");
    foreach (index; field; list('bootloader_args', 'bootloader_restrict', 'bootloader_user')) {
        if (exists(boot[field]) && !exists(boot['bootloader'])) {
            error("'%s' is for a 'bootloader', and there is none", field);
        };
    };
    if (exists(boot['order'])) {
        seen = dict();
        foreach (index; device; boot['order']) {
            vmcs_add_once(seen, device, format('order/%d', index), format('%s is named', device));
        };
    };
    true;
};

function vmcs_features_are_consistent = {
    features = ARGV[0];
    if (exists(features['acpi']) && !features['acpi']) {
        foreach (index; field; list('acpi_s3', 'acpi_s4', 'acpi_laptop_slate')) {
            if (exists(features[field]) && features[field]) {
                error("'%s' needs ACPI, and 'acpi' is false: change one", field);
            };
        };
    };
    true;
};

function vmcs_system_is_consistent = {
    system = ARGV[0];
    vmcs_guest_can_boot(system['type'], system['boot']);
    many = exists(system['instances']);
    if (exists(system['boot']['cmdline']) && match(system['boot']['cmdline'], VMCS_INDEX) && !many) {
        error("'boot/cmdline' has the index of an instance, and there are no 'instances': set 'instances/count'");
    };
    if (many && system['instances']['count'] > 1 && exists(system['uuid'])) {
        error("'uuid' is the identity of one machine, and there are many: remove it, and each gets its own");
    };
    true;
};

@{ whether a guest of a type boots in a way that such guests can }
function vmcs_guest_can_boot = {
    guest = ARGV[0];
    boot = ARGV[1];
    if (guest == 'hvm') {
        if (exists(boot['bootloader'])) {
            error("'boot/bootloader' is for pv and pvh guests: an hvm guest boots by its firmware");
        };
        foreach (index; field; list('cmdline', 'root', 'extra')) {
            if (exists(boot[field]) && !exists(boot['kernel'])) {
                error(
                    "'boot/%s' is for a kernel of the host, and there is none: set 'boot/kernel', or remove it",
                    field,
                );
            };
        };
        return(true);
    };
    if (!exists(boot['kernel']) && !exists(boot['bootloader']) && !exists(boot['firmware'])) {
        error("a %s guest does not boot by itself: set 'boot/kernel', 'boot/bootloader' or 'boot/firmware'", guest);
    };
    if (exists(boot['kernel']) && exists(boot['firmware'])) {
        error("a %s guest boots from 'boot/kernel' or from 'boot/firmware', not from both", guest);
    };
    if (exists(boot['order'])) {
        error("'boot/order' is for the firmware of an hvm guest, and this is a %s guest", guest);
    };
    true;
};
