@documentation{
    desc = What only Xen knows. Names and meanings are those of xl.cfg(5); what other platforms know too has a place \
of its own elsewhere.
}
declaration template vmcs/types/xen;

include 'vmcs/types/text';
include 'vmcs/types/xen-devices';
include 'vmcs/checks/xen';

@{ reservation of memory that the host's devices need }
type vmcs_rdm = {
    @{ which memory is reserved: that of the host's devices }
    'strategy' : choice('host') = 'host'
    @{ what happens if memory that is needed is in use: the machine does not start (strict), or starts with a warning }
    'policy' : choice('strict', 'relaxed') = 'relaxed'
};

@{ SMBIOS values by name, such as system_manufacturer; oem1, oem2, … are the oem strings }
type vmcs_smbios = vmcs_line{} with vmcs_keys_are(SELF, 'smbios-name');

@{ quota of Xenstore }
type vmcs_xenstore_quota = {
    @{ name of the quota }
    'name' : vmcs_identifier
    @{ its value }
    'value' : long(0..4294967295)
};

type vmcs_xen = {
    # Boot

    @{ file used in place of hvmloader }
    'firmware_override' ? vmcs_path
    @{ file used in place of the BIOS }
    'bios_path_override' ? vmcs_path
    @{ whether a PV guest runs inside a PVH guest }
    'pvshim' ? boolean
    @{ file used in place of the shim }
    'pvshim_path' ? vmcs_path
    @{ the shim's whole command line }
    'pvshim_cmdline' ? vmcs_line
    @{ what is added to the shim's command line }
    'pvshim_extra' ? vmcs_line
    @{ file with further ACPI tables }
    'acpi_firmware' ? vmcs_path
    @{ file with SMBIOS structures }
    'smbios_firmware' ? vmcs_path
    'smbios' ? vmcs_smbios

    # Memory

    @{ memory for shadow page tables, in MiB }
    'shadow_memory' ? long(1..16777216)
    @{ whether shadow page tables may be out of sync }
    'oos' ? boolean
    @{ hole below 4 GiB for devices, in MiB }
    'mmio_hole' ? long(256..3840)
    @{ whether the guest sees the host's memory map }
    'e820_host' ? boolean
    'rdm' ? vmcs_rdm
    @{ address below which reserved memory may conflict, in MiB }
    'rdm_mem_boundary' ? long(1..16777216)

    # Limits

    @{ pages of grants that it may have }
    'max_grant_frames' ? long(1..2147483647)
    @{ pages for tracking mapped grants }
    'max_maptrack_frames' ? long(0..2147483647)
    @{ highest version of the grant table }
    'max_grant_version' ? long with vmcs_is_one_number_of(SELF, list(1, 2))
    @{ event channels that it may have }
    'max_event_channels' ? long(1..131071)
    @{ buffer for tracing each CPU, in KiB }
    'vmtrace_buf_kb' ? long with
        vmcs_is_one_number_of(SELF, list(4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384))
    @{ features of Xenstore that it may use, a bit for each }
    'xenstore_feature_mask' ? long(0..4294967295)
    @{ quotas of Xenstore }
    'xenstore_quota' ? vmcs_xenstore_quota[1..]
    @{ whether it can never migrate }
    'nomigrate' ? boolean
    @{ whether it serves devices to other machines }
    'driver_domain' ? boolean
    @{ slice of the scheduler SEDF, which ended with Xen 4.5 }
    'slice' ? long(0..4294967295)
    @{ latency of the scheduler SEDF, which ended with Xen 4.5 }
    'latency' ? long(0..4294967295)

    # CPUs and timers

    @{ who may use alternate page tables }
    'altp2m' ? choice('disabled', 'mixed', 'external', 'limited')
    @{ number of alternate page tables }
    'altp2m_count' ? long(1..65535)
    @{ capabilities of machine check }
    'mca_caps' ? choice('lmce')[1..]
    @{ whether unknown model specific registers may be read }
    'msr_relaxed' ? boolean
    @{ whether it has a performance monitoring unit, on Arm }
    'vpmu' ? boolean
    @{ whether its timers expire together }
    'vpt_align' ? boolean
    @{ whether it suspends as xend had it }
    'xend_suspend_evtchn_compat' ? boolean
    @{ whether an emulated PC has Xen's PCI device }
    'xen_platform_pci' ? boolean
    @{ whether the memory of that device is uncached }
    'xen_platform_pci_bar_uc' ? boolean
    @{ whether event channels can stand for interrupts }
    'hvm_pirq' ? boolean

    # Devices

    @{ whether devices of the host can be given to it }
    'passthrough' ? choice('disabled', 'enabled', 'sync_pt', 'share_pt', 'default')
    @{ permissive for all PCI devices that do not say }
    'pci_permissive' ? boolean
    @{ msitranslate for all PCI devices that do not say }
    'pci_msitranslate' ? boolean
    @{ seize for all PCI devices that do not say }
    'pci_seize' ? boolean
    @{ power_mgmt for all PCI devices that do not say }
    'pci_power_mgmt' ? boolean
    @{ I/O ports that it may use }
    'ioports' ? vmcs_ioport_range[1..]
    @{ pages of devices that it may use }
    'iomem' ? vmcs_iomem_range[1..]
    @{ interrupts that it may use }
    'irqs' ? long(0..65535)[1..]
    @{ paravirtual displays }
    'vdispl' ? vmcs_virtual_display[1..]
    @{ paravirtual sound cards }
    'vsnd' ? vmcs_sound_card[1..]
    @{ paravirtual keyboards and pointers }
    'vkb' ? vmcs_keyboard[1..]
    @{ virtio devices, on Arm }
    'virtio' ? vmcs_virtio_device[1..]
    @{ whether an emulated PC has a paravirtual keyboard }
    'vkb_device' ? boolean
    @{ further PCI device for a vendor's drivers }
    'vendor_device' ? choice('none', 'xenserver')

    # Device model

    @{ whether the device model runs with few rights }
    'dm_restrict' ? boolean
    @{ user of the host that it then runs as }
    'device_model_user' ? vmcs_user_name
    @{ device model of an emulated PC }
    'device_model_version' ? choice('qemu-xen', 'qemu-xen-traditional')
    @{ program used as the device model }
    'device_model_override' ? vmcs_path
    @{ whether the device model runs in a machine of its own }
    'device_model_stubdomain_override' ? boolean
    @{ kernel of that machine }
    'stubdomain_kernel' ? vmcs_path
    @{ command line of that kernel }
    'stubdomain_cmdline' ? vmcs_line
    @{ initial RAM disk of that machine }
    'stubdomain_ramdisk' ? vmcs_path
    @{ memory of that machine, in MiB }
    'stubdomain_memory' ? long(1..16777216)
    @{ arguments of device models }
    'device_model_args' ? vmcs_line[1..]
    @{ arguments of the device model of a PV guest }
    'device_model_args_pv' ? vmcs_line[1..]
    @{ arguments of the device model of an HVM guest }
    'device_model_args_hvm' ? vmcs_line[1..]
    @{ whether the device model has no graphics at all }
    'nographic' ? boolean

    # Arm

    @{ file with a partial device tree }
    'device_tree' ? vmcs_path
    @{ devices of the host's device tree that it is given }
    'dtdev' ? vmcs_path[1..]
    @{ version of the interrupt controller }
    'gic_version' ? choice('v2', 'v3', 'default')
    @{ emulated serial port }
    'vuart' ? choice('sbsa_uart')
    @{ trusted execution environment }
    'tee' ? choice('none', 'optee', 'ffa')
    @{ longest vector, in bits; hw is what the hardware has }
    'sve' ? choice(
        'disabled', '128', '256', '384', '512', '640', '768', '896', '1024', '1152', '1280', '1408', '1536', '1664',
        '1792', '1920', '2048', 'hw'
    )
    @{ number of shared peripheral interrupts }
    'nr_spis' ? long(0..5088)
    @{ colours of the last level cache that it uses }
    'llc_colors' ? vmcs_color_range[1..]
    @{ whether accesses to nothing are trapped }
    'trap_unmapped_accesses' ? boolean
    @{ system control interface }
    'arm_sci' ? choice('none', 'scmi_smc')
} with vmcs_xen_is_consistent(SELF);
