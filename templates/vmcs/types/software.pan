@documentation{
    desc = What runs in the guest: packages, services, users, files.
}
declaration template vmcs/types/software;

include 'vmcs/types/text';

type vmcs_package = {
    @{ name in the repository; the key where it is absent }
    'name' ? vmcs_word
    'version' ? vmcs_word
    @{ the packager's release of that version }
    'release' ? vmcs_word
    @{ whether the disk image has it already }
    'imported' : boolean = false
    @{ where it is installed from: a repository, a directory of the guest }
    'source' ? vmcs_line
    @{ where the package is fetched from }
    'location' ? vmcs_line
    @{ image that holds it }
    'image' ? vmcs_line
    @{ room that it takes, in MiB }
    'size' ? long(0..1073741824)
    @{ other names under which it can be wanted }
    'provides' ? vmcs_word[1..]
};

type vmcs_packages = vmcs_package{} with vmcs_keys_have_form(SELF, '^[A-Za-z0-9_][A-Za-z0-9_+.-]*$',
    'the key of a package: use letters, digits and _ + . -');

type vmcs_repository = {
    'type' : choice('deb', 'rpm') = 'deb'
    'url' : vmcs_word
    'suite' ? vmcs_word
    'components' ? vmcs_word[1..]
} with {
    if (SELF['type'] == 'deb' && !exists(SELF['suite'])) error("a repository of type deb needs a 'suite'");
    true;
};

type vmcs_service = {
    @{ whether it starts with the guest }
    'enabled' : boolean = true
    'state' ? choice('running', 'stopped')
};

@{ user, in the words of cloud-init }
type vmcs_user = {
    @{ full name }
    'gecos' ? vmcs_line
    'uid' ? long(0..4294967294)
    'primary_group' ? vmcs_word
    'groups' ? vmcs_word[1..]
    'home' ? vmcs_path
    'shell' ? vmcs_path
    @{ rule for sudo, such as ALL=(ALL) NOPASSWD:ALL }
    'sudo' ? vmcs_line
    'ssh_authorized_keys' ? vmcs_line[1..]
    @{ whether logging in by password is impossible }
    'lock_passwd' : boolean = true
    @{ whether it is an account of the system's }
    'system' : boolean = false
};

type vmcs_users = vmcs_user{} with vmcs_keys_have_form(SELF, '^[a-z_][a-z0-9_-]{0,31}$',
    'the name of a user: small letters, digits and _ -, up to 32');

@{ file that is written when the guest first boots }
type vmcs_file = {
    'path' : vmcs_path
    'content' : string = ''
    'owner' : string = 'root:root' with vmcs_has_form(SELF, '^[a-z_][a-z0-9_-]*(:[a-z_][a-z0-9_-]*)?$',
        'an owner such as root or root:adm')
    @{ permissions as an octal number }
    'permissions' : string = '0644' with vmcs_has_form(SELF, '^[0-7]{3,4}$', 'a set of permissions such as 0644')
};

type vmcs_environment = string{} with vmcs_keys_have_form(SELF, '^[A-Za-z_][A-Za-z0-9_]*$',
    'the name of an environment variable');

type vmcs_software = {
    'packages' ? vmcs_packages
    'repositories' ? vmcs_repository{}
    'services' ? vmcs_service{}
    'users' ? vmcs_users
    @{ environment of all users }
    'environment' ? vmcs_environment
    'files' ? vmcs_file{}
    @{ shell commands that run once, when the guest first boots }
    'runcmd' ? string[1..]
};
