@documentation{
    desc = Texts with a form: names, addresses, paths. The forms themselves are in vmcs/types/forms.
}
declaration template vmcs/types/text;

include 'vmcs/functions';
include 'vmcs/checks/numbers';

@{ any text that XML can hold: no control characters other than tabs and ends of lines }
type vmcs_text = string with vmcs_is_text(SELF);

# Names and identities.

@documentation{
    desc = Name of a virtual machine. It names files and host objects, and a number would be taken for a domain id, \
hence the letter.
}
type vmcs_name = string with vmcs_is(SELF, 'vm-name');

@{ the machine's own name }
type vmcs_own_name = string with vmcs_has_no_index(SELF) && vmcs_name_is_free(SELF) && vmcs_is(SELF, 'vm-name');

@{ the machine's own host name, with or without its domain }
type vmcs_own_hostname = string with vmcs_has_no_index(SELF) && vmcs_is(SELF, 'hostname');

@{ host name, with or without its domain }
type vmcs_hostname = string with vmcs_is(SELF, 'hostname');

type vmcs_uuid = string with vmcs_is(SELF, 'uuid');

type vmcs_identifier = string with vmcs_is(SELF, 'identifier');

@{ name of a user, of the guest or of the host }
type vmcs_user_name = string with vmcs_is(SELF, 'user-name');

@{ security label of XSM, such as system_u:system_r:domU_t }
type vmcs_label = string with vmcs_is(SELF, 'label');

@documentation{
    desc = Where a secret is: file:/absolute/path for the first line of a file, or env:NAME for an environment \
variable, of the one who runs vmcs. A secret itself is never in a description.
}
type vmcs_secret = string with vmcs_is_no_secret(SELF) && vmcs_is(SELF, 'secret');

# Texts.

@{ word without blanks }
type vmcs_word = string with vmcs_is(SELF, 'word');

@{ text on one line }
type vmcs_line = string with vmcs_is(SELF, 'line');

@{ text on one line without commas, which separate options }
type vmcs_option = string with vmcs_is(SELF, 'option');

@{ path on the host or in the guest }
type vmcs_path = string with vmcs_is(SELF, 'path');

@{ script of the host, by name or path }
type vmcs_script = string with vmcs_is(SELF, 'script');

# Networks.

@{ MAC address of one interface: neither a group address nor all zeros }
type vmcs_mac = string with {
    if (SELF == '00:00:00:00:00:00') error('a MAC address cannot be all zeros');
    if (match(SELF, '^[0-9a-fA-F][13579bdfBDF]:')) {
        error("'%s' is the address of a group, as its second digit is odd: give one interface's", SELF);
    };
    vmcs_is(SELF, 'mac');
};

type vmcs_ipv4 = string with vmcs_is(SELF, 'ipv4');

type vmcs_ipv6 = string with vmcs_is(SELF, 'ipv6');

type vmcs_ip = string with vmcs_is(SELF, 'ip');

@{ address with the length of its network's prefix }
type vmcs_cidr = string with vmcs_is(SELF, 'cidr');

@{ where a route leads to: a network, or default }
type vmcs_destination = string with vmcs_is(SELF, 'destination');

@{ an address, or a network of them }
type vmcs_allowed_address = string with vmcs_is(SELF, 'allowed-address');

@{ network device of the host, such as a bridge }
type vmcs_host_interface = string with vmcs_is(SELF, 'host-interface');

@{ VLANs in Xen's words: 10p is the untagged one, 100+10x4 are 100 and four more in steps of 10, 110 to 140 }
type vmcs_vlan_trunk = string with vmcs_is(SELF, 'vlan-trunk');

# Processors and devices.

@{ set of host CPUs: numbers, ranges, ^ for all but these, nodes:N for those of a NUMA node, all }
type vmcs_cpu_list = string with vmcs_is(SELF, 'cpu-list') && vmcs_cpu_list_is_sound(SELF);

type vmcs_cpu_feature_value = string with vmcs_is(SELF, 'cpu-feature-value');

type vmcs_cpuid_leaf = string with vmcs_is(SELF, 'cpuid-leaf');

@{ disk, drive or partition as the guest names it }
type vmcs_device = string with vmcs_is(SELF, 'device');

@{ keyboard layout, such as en-us or de }
type vmcs_keymap = string with vmcs_is(SELF, 'keymap');

@{ address of a PCI device of the host; the function * is all functions of the device }
type vmcs_pci_address = string with vmcs_is(SELF, 'pci-address');

type vmcs_pci_slot = string with vmcs_is(SELF, 'pci-slot');

@{ USB device in the words of QEMU }
type vmcs_qemu_device = string with vmcs_is(SELF, 'qemu-device');

@{ width and height in pixels, such as 1920x1080 }
type vmcs_resolution = string with vmcs_is(SELF, 'resolution');

type vmcs_ioport_range = string with vmcs_is(SELF, 'ioport-range');

@{ first page and number of pages in hexadecimal, and after @ where the guest sees them }
type vmcs_iomem_range = string with vmcs_is(SELF, 'iomem-range');

type vmcs_virtio_type = string with vmcs_is(SELF, 'virtio-type');

type vmcs_color_range = string with vmcs_is(SELF, 'color-range');

# The guest and what it runs.

@{ firmware by name, or the path of its file }
type vmcs_firmware = string with vmcs_is(SELF, 'firmware');

@{ group of enlightenments for Windows; ! takes one away }
type vmcs_viridian_group = string with vmcs_is(SELF, 'viridian-group');

type vmcs_owner = string with vmcs_is(SELF, 'owner');

@{ permissions as an octal number }
type vmcs_permissions = string with vmcs_is(SELF, 'permissions');

type vmcs_timezone = string with vmcs_is(SELF, 'timezone');

type vmcs_locale = string with vmcs_is(SELF, 'locale');

@{ release of Debian by its code name }
type vmcs_suite = string with vmcs_is(SELF, 'suite');

@{ Debian package }
type vmcs_package_name = string with vmcs_is(SELF, 'package-name');
