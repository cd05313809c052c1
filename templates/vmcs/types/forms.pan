@documentation{
    desc = Forms of texts, by name. A text is of a form if all of it matches the regular expression. The types of \
vmcs/types/text, and the keys of dicts, refer to them by name.
}
declaration template vmcs/types/forms;

# Parts that several forms have.
final variable VMCS_HEX = '[0-9A-Fa-f]';
final variable VMCS_ON_LINE = '[^\t\n\r]';

final variable VMCS_HOSTNAME = {
    label = '[A-Za-z0-9]([A-Za-z0-9\-]{0,61}[A-Za-z0-9])?';
    label + '(\.' + label + ')*';
};

final variable VMCS_IPV4 = {
    octet = '(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])';
    octet + '(\.' + octet + '){3}';
};

final variable VMCS_IPV6 = {
    group = VMCS_HEX + '(' + VMCS_HEX + '(' + VMCS_HEX + VMCS_HEX + '?)?)?';
    '(' + group + ':){7}' + group +
    '|(' + group + ':){1,7}:' +
    '|(' + group + ':){1,6}(:' + group + '){1,1}' +
    '|(' + group + ':){1,5}(:' + group + '){1,2}' +
    '|(' + group + ':){1,4}(:' + group + '){1,3}' +
    '|(' + group + ':){1,3}(:' + group + '){1,4}' +
    '|(' + group + ':){1,2}(:' + group + '){1,5}' +
    '|(' + group + ':){1,1}(:' + group + '){1,6}' +
    '|:((:' + group + '){1,7}|:)';
};

final variable VMCS_CIDR =
    '(' + VMCS_IPV4 + ')/([12]?[0-9]|3[0-2])|(' + VMCS_IPV6 + ')/([1-9]?[0-9]|1[01][0-9]|12[0-8])';

# The network of all addresses is no network that an interface is in.
final variable VMCS_ADDRESS =
    '(' + VMCS_IPV4 + ')/([1-9]|[12][0-9]|3[0-2])|(' + VMCS_IPV6 + ')/([1-9][0-9]?|1[01][0-9]|12[0-8])';

final variable VMCS_CPU_LIST = {
    item = '(\^?(nodes?:)?[0-9]{1,4}(-[0-9]{1,4})?|(nodes?:)?all)';
    item + '(,' + item + ')*';
};

final variable VMCS_CPUID_LEAF = {
    number = '(0x[0-9A-Fa-f]+|[0-9]+)';
    register = 'e[abcd]x=[01xks]{32}';
    number + '(,' + number + ')?:' + register + '(,' + register + ')*';
};

final variable VMCS_VIRIDIAN_GROUPS =
    'base|freq|time_ref_count|reference_tsc|hcall_remote_tlb_flush|apic_assist|' +
    'crash_ctl|stimer|hcall_ipi|ex_processor_masks|no_vp_limit|cpu_hotplug|defaults|all';

final variable VMCS_SMBIOS_NAMES =
    'bios_vendor|bios_version|system_manufacturer|system_product_name|' +
    'system_version|system_serial_number|baseboard_manufacturer|baseboard_product_name|baseboard_version|' +
    'baseboard_serial_number|baseboard_asset_tag|baseboard_location_in_chassis|enclosure_manufacturer|' +
    'enclosure_serial_number|enclosure_asset_tag|battery_manufacturer|battery_device_name';

@{ each form: what matches it, what a text of it is in words, and the greatest length where there is one }
final variable VMCS_FORMS = dict(
    # Names and identities.
    'vm-name', list(
        '[A-Za-z][A-Za-z0-9._+\-]*|[0-9][0-9._+\-]*[A-Za-z][A-Za-z0-9._+\-]*',
        'a name: letters, digits and . _ + -, at least one letter, beginning with a letter or digit',
        128,
    ),
    'hostname', list(VMCS_HOSTNAME, 'a host name such as web1.example.org', 253),
    'uuid', list(
        VMCS_HEX + '{8}-' + VMCS_HEX + '{4}-' + VMCS_HEX + '{4}-' + VMCS_HEX + '{4}-' + VMCS_HEX + '{12}',
        'a UUID such as 6d7f2a5c-54f1-4c7c-9e0a-0d5e1c0a7a01',
    ),
    'key', list(
        '[A-Za-z0-9_][A-Za-z0-9_+.\-]*',
        'a key: letters, digits and _ + . -, beginning with a letter, a digit or _',
    ),
    'identifier', list('[A-Za-z0-9_.\-]+', 'an identifier: letters, digits and _ . -'),
    'user-name', list('[a-z_][a-z0-9_\-]{0,31}', 'the name of a user: small letters, digits and _ -, up to 32'),
    'variable-name', list('[A-Za-z_][A-Za-z0-9_]*', 'the name of an environment variable'),
    'label', list('[A-Za-z0-9_.\-]+(:[A-Za-z0-9_.,\-]+)*', 'a security label such as system_u:system_r:domU_t'),
    'secret', list(
        'file:/' + VMCS_ON_LINE + '*|env:[A-Za-z_][A-Za-z0-9_]*',
        'where a secret is: file:/absolute/path or env:NAME, never the secret itself',
    ),

    # Texts.
    'word', list('[^ \t\n\r]+', 'a word: not empty, without blanks'),
    'line', list(VMCS_ON_LINE + '*', 'one line of text'),
    'option', list('[^\t\n\r,]+', 'a text on one line without commas'),
    'path', list('/' + VMCS_ON_LINE + '*', 'an absolute path on one line'),
    'script', list('[^ \t\n\r,=]+', 'the name of a script, without blanks, commas and ='),

    # Networks.
    'mac', list(
        VMCS_HEX + '[02468aceACE](:' + VMCS_HEX + VMCS_HEX + '){5}',
        'the MAC address of one interface, such as 00:16:3e:5a:10:01',
    ),
    'ipv4', list(VMCS_IPV4, 'an IPv4 address such as 192.0.2.10'),
    'ipv6', list(VMCS_IPV6, 'an IPv6 address such as 2001:db8::10'),
    'ip', list(VMCS_IPV4 + '|' + VMCS_IPV6, 'an IP address such as 192.0.2.10 or 2001:db8::10'),
    'cidr', list(VMCS_ADDRESS, 'an address with its prefix length, such as 192.0.2.10/24'),
    'destination', list('default|' + VMCS_CIDR, 'a destination: default or a network such as 198.51.100.0/24'),
    'allowed-address', list(
        VMCS_IPV4 + '|' + VMCS_IPV6 + '|' + VMCS_CIDR,
        'an IP address or a network such as 192.0.2.10 or 192.0.2.0/24',
    ),
    'host-interface', list(
        '[A-Za-z0-9][A-Za-z0-9._\-]{0,14}',
        'the name of a network device: up to 15 letters, digits and . _ -',
    ),
    'guest-interface', list(
        '[A-Za-z0-9_][A-Za-z0-9_.\-]{0,14}',
        'the name of a network interface: up to 15 letters, digits and _ . -',
    ),
    'vlan-trunk', list(
        '[0-9]{1,4}p?(\+[0-9]{1,4}x[0-9]{1,4})?(/[0-9]{1,4}p?(\+[0-9]{1,4}x[0-9]{1,4})?)*',
        'VLANs such as 10p/20/100+10x4',
    ),
    'colo-option', list('[a-z0-9][a-z0-9_\-]*', 'the name of a COLO option, without its colo'),

    # Processors and devices.
    'cpu-list', list(VMCS_CPU_LIST, 'a set of host CPUs such as 0-3,5,^1, nodes:0 or all'),
    'cpu-feature', list('[a-z0-9][a-z0-9_.+\-]*', 'the name of a CPU feature: small letters, digits and - _ . +'),
    'cpu-feature-value', list(
        '[xks]|[0-9]+',
        '1 (on), 0 (off), x (default), k (as the host), s (as the host, kept on migration) or a number',
    ),
    'cpuid-leaf', list(VMCS_CPUID_LEAF, 'a CPUID leaf such as 0x1:ecx=xxxxxxxxxxxxxxxx0xxxxxxxxxxxxxxx'),
    'device', list('(xvd|hd|sd|vd)[a-z]{1,3}([1-9][0-9]{0,2})?', 'a device name such as xvda, hda or xvda1'),
    'keymap', list('[A-Za-z0-9][A-Za-z0-9_\-]*', 'a keyboard layout such as en-us or de'),
    'pci-address', list(
        '(' + VMCS_HEX + '{4,8}:)?' + VMCS_HEX + '{2}:' + VMCS_HEX + '{2}\.([0-7]|\*)',
        'a PCI address such as 0000:03:00.0',
    ),
    'pci-slot', list(VMCS_HEX + '{1,2}', 'a PCI slot such as 05'),
    'qemu-device', list(
        '[A-Za-z0-9][A-Za-z0-9_:.\-]*',
        'the name of a USB device such as tablet, mouse or host:1234:abcd',
    ),
    'resolution', list('[1-9][0-9]{0,4}x[1-9][0-9]{0,4}', 'a width and a height such as 1920x1080'),
    'ioport-range', list(
        VMCS_HEX + '{1,4}(-' + VMCS_HEX + '{1,4})?',
        'I/O ports in hexadecimal, such as 3f8 or 2f8-2ff',
    ),
    'iomem-range', list(
        VMCS_HEX + '+,' + VMCS_HEX + '+(@' + VMCS_HEX + '+)?',
        'pages in hexadecimal, such as fd000,2 or fd000,2@40',
    ),
    'virtio-type', list(
        'virtio,device([0-9a-f]{1,4})?|[a-z0-9,_.\-]*[a-z0-9_.\-]',
        'a device type such as virtio,device22',
    ),
    'color-range', list('[0-9]{1,5}(-[0-9]{1,5})?', 'cache colours such as 3 or 0-7'),

    # The guest and what it runs.
    'firmware', list(
        'bios|uefi|seabios|rombios|ovmf|pvgrub32|pvgrub64|/' + VMCS_ON_LINE + '*',
        'a firmware: bios, uefi, seabios, rombios, ovmf, pvgrub32, pvgrub64 or an absolute path',
    ),
    'viridian-group', list(
        '!?(' + VMCS_VIRIDIAN_GROUPS + ')',
        'a group of enlightenments such as defaults or !stimer',
    ),
    'smbios-name', list(
        VMCS_SMBIOS_NAMES + '|oem[1-9][0-9]?',
        'the name of an SMBIOS value such as system_manufacturer or oem1',
    ),
    'owner', list('[a-z_][a-z0-9_\-]*(:[a-z_][a-z0-9_\-]*)?', 'an owner such as root or root:adm'),
    'permissions', list('[0-7]{3,4}', 'a set of permissions such as 0644'),
    'timezone', list('[A-Za-z][A-Za-z0-9_+/\-]*', 'a time zone such as Europe/Paris or UTC'),
    'locale', list(
        '[A-Za-z]+(_[A-Za-z]+)?(\.[A-Za-z0-9\-]+)?(@[a-z]+)?',
        'a locale such as en_GB.UTF-8 or C.UTF-8',
    ),
    'suite', list('[a-z][a-z0-9.\-]*', 'a suite such as bookworm'),
    'package-name', list('[a-z0-9][a-z0-9+.\-]+', 'the name of a package such as linux-image-amd64'),
);
