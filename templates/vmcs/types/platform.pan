@documentation{
    desc = The platform that the guest sees: clock, security labels, parts of a PC.
}
declaration template vmcs/types/platform;

include 'vmcs/types/text';
include 'vmcs/checks/system';

type vmcs_clock = {
    @{ what the guest's clock shows at the start: universal time, or that of the host's time zone }
    'base' : choice('utc', 'localtime') = 'utc'
    @{ difference to that, in seconds }
    'offset' ? long(-2147483648..2147483647)
    @{ how the guest reads the time stamp counter }
    'tsc_mode' ? choice('default', 'always_emulate', 'native', 'native_paravirt')
    @{ what becomes of ticks that were missed }
    'timer_mode' ? choice(
        'delay_for_missed_ticks', 'no_delay_for_missed_ticks', 'no_missed_ticks_pending', 'one_missed_tick_pending'
    )
};

@{ security labels, for the policy of the host }
type vmcs_security = {
    'label' ? vmcs_label
    @{ label until the machine runs }
    'init_label' ? vmcs_label
    @{ label of its device model }
    'device_model_label' ? vmcs_label
};

type vmcs_features = {
    @{ whether the guest sees ACPI tables }
    'acpi' ? boolean
    @{ whether it can suspend to memory }
    'acpi_s3' ? boolean
    @{ whether it can suspend to disk }
    'acpi_s4' ? boolean
    @{ whether it can tell a laptop from a tablet }
    'acpi_laptop_slate' ? boolean
    @{ whether it has an APIC }
    'apic' ? boolean
    @{ whether it has physical address extension }
    'pae' ? boolean
    @{ whether it has no-execute pages }
    'nx' ? boolean
    @{ whether the processors translate its memory, in hardware }
    'hap' ? boolean
    @{ whether it has a high precision event timer }
    'hpet' ? boolean
    @{ groups of enlightenments for Windows; defaults is the usual set, !NAME takes one away }
    'viridian' ? vmcs_viridian_group[1..]
    @{ identity by which Windows knows that it is a copy }
    'genid' ? choice('generate', 'none')
} with vmcs_features_are_consistent(SELF);
