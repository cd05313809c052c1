@documentation{
    desc = What must hold between the values below /system/xen.
}
declaration template vmcs/checks/xen;

include 'vmcs/functions';

@{ which fields are of use only where another one is true or given }
final variable VMCS_XEN_NEEDS = dict(
    'pvshim_path', 'pvshim',
    'pvshim_cmdline', 'pvshim',
    'pvshim_extra', 'pvshim',
    'device_model_user', 'dm_restrict',
    'stubdomain_kernel', 'device_model_stubdomain_override',
    'stubdomain_cmdline', 'device_model_stubdomain_override',
    'stubdomain_ramdisk', 'device_model_stubdomain_override',
    'stubdomain_memory', 'device_model_stubdomain_override',
    'device_model_override', 'device_model_version',
    'altp2m_count', 'altp2m',
);

function vmcs_xen_is_consistent = {
    xen = ARGV[0];
    foreach (field; other; VMCS_XEN_NEEDS) {
        if (exists(xen[field]) && (!exists(xen[other]) || (is_boolean(xen[other]) && !xen[other]))) {
            error("'%s' has no effect without '%s': set that too, or remove it", field, other);
        };
    };
    vmcs_excludes(xen, 'pvshim_cmdline', 'pvshim_extra', "'pvshim_cmdline' is the whole command line");
    if (exists(xen['ioports'])) {
        foreach (index; range; xen['ioports']) {
            ends = split('-', range);
            if (length(ends) == 2 && to_long(ends[0], 16) > to_long(ends[1], 16)) {
                error("'%s' ends before it begins: write it as %s-%s", range, ends[1], ends[0]);
            };
        };
    };
    if (exists(xen['llc_colors'])) {
        foreach (index; range; xen['llc_colors']) vmcs_cpu_list_is_sound(range);
    };
    if (exists(xen['xenstore_quota'])) {
        names = dict();
        foreach (index; quota; xen['xenstore_quota']) {
            vmcs_add_once(
                names,
                quota['name'],
                format('xenstore_quota/%d', index),
                format('the quota %s is given', quota['name']),
            );
        };
    };
    true;
};

function vmcs_channels_are_consistent = vmcs_limit_holds(ARGV[0], 'channels_min', 'channels_max');

function vmcs_keyboard_is_consistent = {
    keyboard = ARGV[0];
    touch = exists(keyboard['multi_touch']) && keyboard['multi_touch'];
    foreach (index; field; list('multi_touch_width', 'multi_touch_height', 'multi_touch_num_contacts')) {
        if (exists(keyboard[field]) && !touch) {
            error("'%s' has no effect without 'multi_touch': set that to true, or remove it", field);
        };
    };
    if (
        exists(keyboard['raw_pointer']) &&
        keyboard['raw_pointer'] &&
        (!exists(keyboard['abs_pointer']) || !keyboard['abs_pointer'])
    ) {
        error("'raw_pointer' is a way to tell absolute positions: set 'abs_pointer' to true");
    };
    true;
};
