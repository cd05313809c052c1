@documentation{
    desc = A virtual machine. A description includes this template and sets paths below /hardware, /network, \
/system, /storage and /software; types, defaults and checks come from here.
}
unique template vmcs/vm;

include 'vmcs/types/vm';
include 'vmcs/checks/vm';

bind '/' = vmcs_vm;

# What one root says must suit what the others say.
bind '/hardware/cpu' = dict with vmcs_cpu_suits_guest(SELF);
bind '/hardware/memory' = dict with vmcs_memory_suits_machine(SELF);
bind '/hardware/devices' = dict with vmcs_devices_suit_machine(SELF);
bind '/system/scheduling' = dict with vmcs_scheduling_suits_processors(SELF);
bind '/system/os' = dict with vmcs_os_suits_processors(SELF);
bind '/system/boot' = dict with vmcs_boot_suits_devices(SELF);
bind '/storage' = dict with vmcs_storage_suits_machine(SELF);
