import type { Definitions } from "../definition.ts";

/** What went wrong while a machine was created on a host. */
export const applyCodes = {
  "apply-program-missing": {
    severity: "error",
    message: "{name}: '{program}' did not run to its end, and {aftermath}: {reason}.",
    help: "Run vmcs on the host of the machines, as a user who may create them.",
    explanation: `\`--apply\` runs the programs of the platform: \`xl\` of Xen, or \`virsh\` of libvirt, and the scripts that the backends
wrote. One of them could not be started, or was ended before it was done.

Wrong:

    vmcs spawn build --apply                     # on a workstation

Right:

    ssh root@host vmcs spawn /srv/build --apply`,
  },
  "apply-command-failed": {
    severity: "error",
    message: "{name}: '{command}' failed, and {aftermath}.\n{cause}",
    explanation: `A command that was run for a machine failed; what it said follows. The message tells how the machine is
afterwards: what had been done for it is undone where that is possible, and a machine that was to be replaced
runs with its earlier configuration again.`,
  },
  "apply-configuration-refused": {
    severity: "error",
    message: "{name}: xl refuses the configuration, and nothing was changed.\n{cause}",
    help: "Check that --xen-release is the release of this host.",
    explanation: `Before a machine is created, or one that runs is touched, \`xl create -n\` reads the configuration. It was
refused.

Wrong:

    vmcs spawn build --xen-release 4.18 --apply    # on a host with Xen 4.11

Right:

    vmcs spawn build --xen-release 4.11 --apply`,
  },
  "apply-not-ours": {
    severity: "error",
    message: "{name}: {platform} has a domain of this name that vmcs did not create.",
    help: "Rename one of the two; or end the domain yourself, if it may be replaced.",
    explanation: `Only machines that were created by \`vmcs spawn --apply\` are ever replaced. What they were made from is kept
below \`/var/lib/vmcs\` (\`--state-dir\`), and for a domain of this name nothing is there, or it belongs to one with
another UUID.

Wrong:

    xl create web1.cfg
    vmcs spawn build --apply

Right:

    xl shutdown -w web1
    vmcs spawn build --apply`,
  },
  "apply-identity-taken": {
    severity: "error",
    message: "{name}: the domain {other} has the same UUID, {uuid}.",
    help: "Give one of them another /system/uuid, or leave it open.",
    explanation: `A UUID is the identity of a machine, and no two on a host can have the same. Where a description gives none, it
is derived from the machine's name.

Wrong: two descriptions, or a copy of one under another name, with

    '/system/uuid' = '0f4d5e6c-6f6c-4a53-9b2e-2f5f0a3d9e01';

Right: leave the UUID open, and give each machine a name of its own.`,
  },
  "apply-needs-replace": {
    severity: "error",
    message: "{name} runs with another configuration.\n{cause}",
    help: "Give --replace to shut it down and create it anew.",
    explanation: `A machine that runs is not interrupted unless that is asked for. The settings that differ are listed, as they
are and as they would be.

Wrong:

    vmcs spawn build --apply

Right:

    vmcs spawn build --apply --replace`,
  },
  "apply-changed-by-hand": {
    severity: "warning",
    message: "{name} has the configuration that is wanted, but was changed while it ran.\n{cause}",
    help: "Change the description as well; or give --replace to create it anew from the description.",
    explanation: `Memory, processors and devices of a domain can be changed while it runs, for instance with \`xl mem-set\`. The
description does not know of that, so the next creation of the machine takes it back.`,
  },
  "apply-not-put-back": {
    severity: "error",
    message:
      "{name}: its earlier configuration, {path}, could not be created again either.\n{cause}",
    help: "Create it by hand when the cause is mended.",
    explanation: `A machine was to be replaced, its new configuration could not be created, and neither could the earlier one,
which had run until then. The machine does not run.`,
  },
  "apply-gone-at-once": {
    severity: "error",
    message: "{name} was created, but is gone again.",
    help: "Look at its console: 'xl create -c FILE' shows it.",
    explanation: `The machine was created, and a moment later there is none: the guest crashed or powered off at once, and its
description says that it is then destroyed.

Right, to look at it afterwards:

    '/system/lifecycle/on_crash' = 'preserve';`,
  },
  "apply-older-release": {
    severity: "warning",
    message: "This host runs Xen {version}, but the files are for {wanted}.",
    help: "Give --xen-release {version}, so that nothing is asked of xl that it does not know.",
    explanation: `xl ignores keys of later releases without a word, so a machine could differ from its description.

Wrong:

    vmcs spawn build --xen-release 4.17 --apply    # on a host with Xen 4.11

Right:

    vmcs spawn build --xen-release 4.11 --apply`,
  },
  "apply-not-reached": {
    severity: "warning",
    message: "Not looked at any more: {names}.",
    help: "Give --keep-going to go on when a machine fails.",
    explanation: `Machines are created one after the other, and the first failure ends this, as the next machine may need the one
that failed.

Right:

    vmcs spawn build --apply --keep-going`,
  },
} as const satisfies Definitions;
