import type { Definitions } from "../definition.ts";

/** What cloud-init cannot do. */
export const cloudInitCodes = {
  "cloud-init-without-drive": {
    severity: "warning",
    message: "{path} asks for what cloud-init does, but no drive gives cloud-init its seed.",
    help: "Set /software/cloud_init/device, for instance to 'xvdz'.",
    explanation: `Users, files, packages that the image lacks, and commands are the work of cloud-init in the guest. It reads what
to do from a small disk, the seed. The files of the seed are written, but without \`/software/cloud_init\` no drive of the
machine shows them, so the guest would not see them.

Wrong:

    '/software/runcmd' = list('echo hello > /etc/motd');

Right:

    '/software/cloud_init/device' = 'xvdz';
    '/software/runcmd' = list('echo hello > /etc/motd');

Where the guest gets its seed in another way, for instance inside its image, the warning can be ignored.`,
  },
  "cloud-init-drive-not-a-file": {
    severity: "error",
    message: "{path} is no file, so the seed of cloud-init cannot be written to it.",
    help: "Remove the source of the drive {device}, or make it a file.",
    explanation: `The seed is made anew whenever the description changes, as a file of the host that the drive shows. A drive whose
source the description leaves open gets a file of its own.

Wrong:

    '/software/cloud_init/device' = 'xvdz';
    '/storage/cdroms/xvdz/source/block' = '/dev/sr0';

Right:

    '/software/cloud_init/device' = 'xvdz';
    '/storage/cdroms/xvdz/source/file' = '/var/lib/vmcs/web1-seed.iso';`,
  },
  "cloud-init-system-user-with-keys": {
    severity: "error",
    message: "{path}: {name} is an account of the system's and has no home for keys.",
    help: "Remove the keys, or remove 'system'.",
    explanation: `cloud-init makes accounts of the system's without a home directory, and SSH keys are kept in that. It would refuse to
make any user of the machine.

Wrong:

    '/software/users/backup' = dict('system', true, 'ssh_authorized_keys', list('ssh-ed25519 AAAA…'));

Right:

    '/software/users/backup' = dict('ssh_authorized_keys', list('ssh-ed25519 AAAA…'));`,
  },
  "cloud-init-not-a-password-hash": {
    severity: "error",
    message: "{path}: what '{reference}' holds cannot be the hash of a password.",
    help: "Write what mkpasswd prints into it, on one line.",
    explanation: `The hash of a password is one word without blanks and colons, such as \`$y$j9T$…\`. Anything else would spoil the
guest's /etc/shadow.

Wrong:

    admin:$y$j9T$abc:19000:0:99999:7:::

Right:

    $y$j9T$abc`,
  },
  "cloud-init-environment-value": {
    severity: "error",
    message: "{path} has {shown}, which /etc/environment cannot hold.",
    help: "Write a file below /etc/profile.d instead, by /software/files.",
    explanation: `The environment of all users is kept in /etc/environment. That file has a variable on each line, takes a \`#\` for the
beginning of a comment even inside quotes, and knows no escapes.

Wrong:

    '/software/environment/PS1' = '# ';

Right:

    '/software/files/prompt' = dict('path', '/etc/profile.d/prompt.sh', 'content', "PS1='# '\\n");`,
  },
  "cloud-init-file-taken": {
    severity: "error",
    message: "{path} is {file}, which is written from {other}.",
    help: "Move its content to {other}.",
    explanation: `One file cannot be written from two places of the description.

Wrong:

    '/software/environment/LANG' = 'C.UTF-8';
    '/software/files/env' = dict('path', '/etc/environment', 'content', "TZ=UTC\\n");

Right:

    '/software/environment/LANG' = 'C.UTF-8';
    '/software/environment/TZ' = 'UTC';`,
  },
  "cloud-init-route-unreachable": {
    severity: "error",
    message: "{path} is {via}, which is in no network of an interface.",
    help: "Give an interface an address in its network, or correct it.",
    explanation: `A route belongs to the interface through which its gateway is reached: the one that has an address in the gateway's
network. Where only one interface can be meant, because it is the only one or the only one with DHCP, it is that.

Wrong:

    '/network/interfaces/eth0/addresses' = list('192.0.2.10/24');
    '/network/interfaces/eth1/addresses' = list('10.20.0.10/24');
    '/network/routes' = list(dict('to', '198.51.100.0/24', 'via', '10.30.0.1'));

Right:

    '/network/routes' = list(dict('to', '198.51.100.0/24', 'via', '10.20.0.1'));`,
  },
  "cloud-init-route-mixes-versions": {
    severity: "error",
    message: "{path} leads to {to} via {via}: one is IPv4, the other IPv6.",
    help: "Use a gateway of the same version as the network.",
    explanation: `A network is reached by a gateway that speaks the same version of IP.

Wrong:

    '/network/routes' = list(dict('to', '198.51.100.0/24', 'via', '2001:db8::1'));

Right:

    '/network/routes' = list(dict('to', '198.51.100.0/24', 'via', '192.0.2.1'));`,
  },
} as const satisfies Definitions;
