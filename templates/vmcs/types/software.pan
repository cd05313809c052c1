@documentation{
    desc = What runs in the guest: packages, services, users, files.
}
declaration template vmcs/types/software;

include 'vmcs/types/text';
include 'vmcs/checks/software';

@{ package of the guest }
type vmcs_package = {
    @{ name in the repository; the key where it is absent }
    'name' ? vmcs_word
    @{ version of the program, or with the packager's release, as the repository writes it: 1.22.1, 1.22.1-9+deb12u1 }
    'version' ? vmcs_word
    @{ the packager's release of that version, such as 9+deb12u1; any where it is absent }
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

@{ packages by name }
type vmcs_packages = vmcs_package{} with vmcs_keys_are(SELF, 'key');

@{ repository of packages }
type vmcs_repository = {
    @{ kind of repository: of Debian's packages or of RPM's }
    'type' : choice('deb', 'rpm') = 'deb'
    @{ where it is }
    'url' : vmcs_word
    @{ release that it is for, such as bookworm; for type deb }
    'suite' ? vmcs_word
    @{ parts of it, such as main; for type deb }
    'components' ? vmcs_word[1..]
    @{ public key that signs it, in ASCII armour }
    'key' ? vmcs_text
} with vmcs_repository_is_consistent(SELF);

type vmcs_repositories = vmcs_repository{} with vmcs_keys_are(SELF, 'key');

@{ service of the guest }
type vmcs_service = {
    @{ whether it starts with the guest }
    'enabled' : boolean = true
    @{ state in which it is to be }
    'state' ? choice('running', 'stopped')
};

@{ services by name, as systemd has them without their .service }
type vmcs_services = vmcs_service{} with vmcs_keys_are(SELF, 'key');

@{ user, in the words of cloud-init }
type vmcs_user = {
    @{ full name }
    'gecos' ? vmcs_line
    @{ number of the user }
    'uid' ? long(0..4294967294)
    'primary_group' ? vmcs_word
    @{ other groups }
    'groups' ? vmcs_word[1..]
    @{ home directory }
    'home' ? vmcs_path
    @{ login shell }
    'shell' ? vmcs_path
    @{ rule for sudo, such as ALL=(ALL) NOPASSWD:ALL }
    'sudo' ? vmcs_line
    @{ public keys that may log in }
    'ssh_authorized_keys' ? vmcs_line[1..]
    @{ where the hash of the password is, as mkpasswd makes it }
    'hashed_passwd' ? vmcs_secret
    @{ whether logging in by password is impossible }
    'lock_passwd' : boolean = true
    @{ whether it is an account of the system's }
    'system' : boolean = false
} with vmcs_user_is_consistent(SELF);

@{ users by name }
type vmcs_users = vmcs_user{} with vmcs_keys_are(SELF, 'user-name') && vmcs_users_are_consistent(SELF);

@{ file that is written when the guest first boots }
type vmcs_file = {
    'path' : vmcs_path
    'content' : vmcs_text = ''
    @{ user and group }
    'owner' : vmcs_owner = 'root:root'
    @{ permissions, an octal number }
    'permissions' : vmcs_permissions = '0644'
    @{ whether the content is added to what the file has }
    'append' ? boolean
};

@{ files, each under a name of the description's own }
type vmcs_files = vmcs_file{} with vmcs_keys_are(SELF, 'key') && vmcs_files_are_consistent(SELF);

type vmcs_environment = vmcs_text{} with vmcs_keys_are(SELF, 'variable-name');

@{ how the guest gets what is said here, if it does so by cloud-init }
type vmcs_cloud_init = {
    @{ drive that holds what cloud-init reads; it is added to the drives }
    'device' : vmcs_device = 'xvdz'
    @{ identity of the installation; cloud-init runs again when it changes }
    'instance' ? vmcs_word
};

@{ what runs in the guest }
type vmcs_software = {
    'packages' ? vmcs_packages
    @{ repositories of packages }
    'repositories' ? vmcs_repositories
    'services' ? vmcs_services
    'users' ? vmcs_users
    @{ environment of all users }
    'environment' ? vmcs_environment
    'files' ? vmcs_files
    @{ time zone, such as Europe/Paris }
    'timezone' ? vmcs_timezone
    @{ language and country of the system, such as en_GB.UTF-8 }
    'locale' ? vmcs_locale
    @{ whether all packages are brought up to date first }
    'package_upgrade' ? boolean
    @{ whether logging in over SSH by password is possible }
    'ssh_pwauth' ? boolean
    @{ whether logging in over SSH as root is impossible }
    'disable_root' ? boolean
    'cloud_init' ? vmcs_cloud_init
    @{ shell commands that run early, each time the guest boots }
    'bootcmd' ? vmcs_text[1..]
    @{ shell commands that run once, when the guest first boots }
    'runcmd' ? vmcs_text[1..]
};
