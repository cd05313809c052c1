@documentation{
    desc = Texts with a form: names, addresses, paths.
}
declaration template vmcs/types/text;

include 'vmcs/functions';

@documentation{
    desc = Name of a virtual machine. It names files and host objects, and a number would be taken for a domain id, \
hence the letter.
}
type vmcs_name = string(1..128) with {
    vmcs_has_form(SELF, '^[A-Za-z0-9][A-Za-z0-9._+-]*$',
        'a name: use letters, digits and . _ + - only, and begin with a letter or digit');
    vmcs_has_form(SELF, '[A-Za-z]', 'a name: it needs a letter, as a number is taken for a domain id');
    if (SELF == 'Domain-0') error('Domain-0 is the name of the host itself: choose another name');
    true;
};

@{ host name, with or without its domain }
type vmcs_hostname = string(1..253) with vmcs_has_form(SELF,
    '^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$',
    'a host name such as web1 or web1.example.org');

type vmcs_uuid = string with vmcs_has_form(SELF,
    '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
    'a UUID such as 6d7f2a5c-54f1-4c7c-9e0a-0d5e1c0a7a01');

@{ MAC address of one interface: neither a group address nor all zeros }
type vmcs_mac = string with {
    vmcs_has_form(SELF, '^[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}$', 'a MAC address such as 00:16:3e:5a:10:01');
    vmcs_has_form(SELF, '^.[02468aceACE]',
        'the address of one interface: the second digit is odd, which makes it a group address');
    if (SELF == '00:00:00:00:00:00') error('a MAC address cannot be all zeros');
    true;
};

final variable VMCS_IPV4 = {
    octet = '(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';
    octet + '(\.' + octet + '){3}';
};

final variable VMCS_IPV6 = {
    group = '[0-9a-fA-F]{1,4}';
    '((' + group + ':){7}' + group +
    '|(' + group + ':){1,7}:' +
    '|(' + group + ':){1,6}:' + group +
    '|(' + group + ':){1,5}(:' + group + '){1,2}' +
    '|(' + group + ':){1,4}(:' + group + '){1,3}' +
    '|(' + group + ':){1,3}(:' + group + '){1,4}' +
    '|(' + group + ':){1,2}(:' + group + '){1,5}' +
    '|' + group + ':(:' + group + '){1,6}' +
    '|:((:' + group + '){1,7}|:))';
};

type vmcs_ipv4 = string with vmcs_has_form(SELF, '^' + VMCS_IPV4 + '$', 'an IPv4 address such as 192.0.2.10');

type vmcs_ipv6 = string with vmcs_has_form(SELF, '^' + VMCS_IPV6 + '$', 'an IPv6 address such as 2001:db8::10');

type vmcs_ip = string with vmcs_has_form(SELF, '^(' + VMCS_IPV4 + '|' + VMCS_IPV6 + ')$',
    'an IP address such as 192.0.2.10 or 2001:db8::10');

final variable VMCS_CIDR =
    '^(' + VMCS_IPV4 + '/([12]?[0-9]|3[0-2])|' + VMCS_IPV6 + '/([1-9]?[0-9]|1[01][0-9]|12[0-8]))$';

@{ address with the length of its network's prefix }
type vmcs_cidr = string with vmcs_has_form(SELF, VMCS_CIDR,
    'an address with its prefix length, such as 192.0.2.10/24 or 2001:db8::10/64');

@{ path on the host or in the guest }
type vmcs_path = string with vmcs_has_form(SELF, '^/[^\x00-\x1f]*$', 'an absolute path: begin it with /');

@{ network device of the host, such as a bridge }
type vmcs_host_interface = string with vmcs_has_form(SELF, '^[A-Za-z0-9][A-Za-z0-9._-]{0,14}$',
    'the name of a network device: up to 15 letters, digits and . _ -');

@{ word without blanks }
type vmcs_word = string with vmcs_has_form(SELF, '^[^\s\x00-\x1f]+$', 'a word: it must not be empty or have blanks');

@{ text on one line }
type vmcs_line = string with vmcs_has_form(SELF, '^[^\x00-\x1f]*$', 'one line of text');
