import type { Definitions } from "../definition.ts";

/** What the commands of the rule side say. */
export const ruleCommandCodes = {
  "rules-completed": {
    severity: "info",
    message: "Rules complete {profile} with {what}.",
    help: "'vmcs resolve {path}' shows the reasons.",
    explanation: `What a description leaves open and rules require or suggest is added to its configuration: packages that
others need, values of paths. The profile and the skeletons have them, the templates stay as they are.

    '/software/packages/openssh' = create('openssh');

needs a library for its ciphers, so that is what \`vmcs build\` puts into the software skeleton as well. To have it said
in the description, take over what \`vmcs resolve --output pan\` prints.`,
  },
  "locked-version-moved": {
    severity: "info",
    message: "{name} was {before} and becomes {after}.",
    explanation: `\`--locked DIR\` keeps the versions that the software skeletons in a directory have. A version moves only where a
rule or the description leaves no other choice.

    vmcs resolve --locked build web.pan`,
  },
  "locked-skeleton-missing": {
    severity: "warning",
    message:
      "There is no earlier software skeleton of '{name}' in '{path}', so nothing of it is locked.",
    explanation: `\`--locked DIR\` reads the versions of a machine's packages from NAME.software.xml in a directory, where an
earlier build has put it. A machine that is not there yet is resolved as if nothing were locked.

Wrong, where the skeletons are in \`build\`:

    vmcs resolve --locked bulid web.pan

Right:

    vmcs resolve --locked build web.pan`,
  },
  "packages-unreadable": {
    severity: "error",
    message: "The packages of '{path}' cannot be read: {problem}.",
    help: "Give an index made by 'vmcs rules import debian', or a Packages file of Debian.",
    explanation: `\`--packages\` takes an index, which loads at once, or a package list of Debian, as it is or compressed by gzip,
xz or lz4. The last two are unpacked by the programs of those names.

Wrong:

    vmcs resolve --packages /etc/apt/sources.list web.pan

Right:

    vmcs rules import debian Packages.xz --output bookworm.index
    vmcs resolve --packages bookworm.index web.pan`,
  },
  "packages-list-empty": {
    severity: "error",
    message: "'{path}' lists no package.",
    help: "Give the Packages file of a Debian repository.",
    explanation: `A package list of Debian has a stanza for each package, with the fields \`Package\` and \`Version\`. A file without
any such stanza is none, or was cut off.

Wrong:

    vmcs rules import debian Release --output bookworm.index

Right:

    vmcs rules import debian Packages.xz --output bookworm.index`,
  },
  "packages-skipped": {
    severity: "warning",
    message:
      "Entries without a name, or without a version that dpkg understands, were left out: {count}.",
    explanation: `An entry of a package list that has no name and version is no package, so the index does not have it.

    Package: broken
    Description: a package without a version`,
  },
  "path-not-resolved": {
    severity: "error",
    message: "{path} is not in the result of {profile}.",
    help: "'vmcs resolve' lists what is.",
    explanation: `\`vmcs why PATH\` explains a value or a package of the completed configuration. There is none at that path.

Wrong:

    vmcs why /software/packages/opensll web.pan

Right:

    vmcs why /software/packages/openssl web.pan`,
  },
  "path-argument-malformed": {
    severity: "error",
    message: "'{given}' is no path of a configuration.",
    help: "Write it from the root, such as /hardware/memory/size.",
    explanation: `Paths on the command line are absolute, as in assignments of an object template.

Wrong:

    vmcs why memory/size web.pan

Right:

    vmcs why /hardware/memory/size web.pan`,
  },
  "rectified-with-errors": {
    severity: "error",
    message: "Nothing was written: with the changes, {profile} would have errors.",
    help: "Make the changes by hand; the errors that are shown besides say what else has to change.",
    explanation: `After \`vmcs rectify\` has edited a description, it compiles and resolves it again, and writes the edited files
only if nothing is wrong with them. A path that is final, or one that is computed from others, can make an
edit fail.

Wrong:

    final '/hardware/cpu/arch' = 'i686';

Right:

    '/hardware/cpu/arch' = 'i686';`,
  },
  "rectify-not-in-project": {
    severity: "error",
    message: "{path} cannot be changed: its template '{file}' is outside the project.",
    help: "Run the command in the directory of the project.",
    explanation: `\`vmcs rectify --write\` edits files below the directory of the project file only, or, where there is no project
file, below the current directory.

Wrong:

    cd /tmp && vmcs rectify --write /site/vms/web.pan

Right:

    cd /site && vmcs rectify --write vms/web.pan`,
  },
  "learn-nothing-named": {
    severity: "error",
    message: "Nothing was named to learn from.",
    help: "Name the output of an installation that failed, or give --package and --needs.",
    explanation: `A rule is learned from what an installer printed when it failed, or from what the command line says.

Wrong:

    vmcs rules learn --rules rules

Right:

    vmcs rules learn apt.log --rules rules
    vmcs rules learn --package openssh --needs 'zlib>=1.1.4' --rules rules`,
  },
  "learn-nothing-found": {
    severity: "error",
    message: "'{path}' says of no package that it needs another one.",
    help: "Give the output of apt, dpkg, yum, dnf or rpm, in English (LC_ALL=C), or use --package and --needs.",
    explanation: `\`vmcs rules learn\` looks for the messages in which installers say which package is missing, such as

    foo depends on bar (>= 2.0); however:
    foo : Depends: bar (>= 2.0) but it is not installable
    bar >= 2.0 is needed by foo-1.0-1.x86_64`,
  },
  "learn-need-malformed": {
    severity: "error",
    message: "{option} cannot be '{given}'.",
    help: "Write a package, and if it matters its version: zlib, 'zlib>=1.1.4', for --package also zlib=1.1.4.",
    explanation: `A dependency is the name of a package, an operator (\`==\`, \`>=\`, \`<=\`, \`>\`, \`<\`) and a version, or the name alone. Quotes
keep the shell from taking \`>\` for itself.

Wrong:

    vmcs rules learn --package openssh --needs 'zlib at least 1.1.4' --rules rules

Right:

    vmcs rules learn --package openssh --needs 'zlib>=1.1.4' --rules rules`,
  },
  "learned-version-unfit": {
    severity: "warning",
    message:
      "The version '{version}' of {name} is none of the repository's scheme, so only {name} itself is required.",
    help: "Add the version by hand as the scheme {scheme} writes it.",
    explanation: `Installers name versions in the scheme of their distribution. A repository that has another one, as
\`repository.json\` declares, cannot compare them, and nothing is guessed.`,
  },
  "learned-with-errors": {
    severity: "error",
    message:
      "Nothing was written: with the rules that were learned, the repository would have errors.",
    explanation: `After a rule was added to a template the repository is loaded again, and nothing is written if something is
wrong with it then. The errors that are shown besides say what.

Wrong, as a key of digits alone is an index of a list, which has no leading zeros:

    vmcs rules learn --package openssh --needs 007 --rules rules`,
  },
} as const satisfies Definitions;
