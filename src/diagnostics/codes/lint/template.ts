/** Rules about templates as a whole: how they include each other, what they are called and say of themselves. */

import type { Definitions } from "../../definition.ts";

export const templateLintCodes = {
  VP006: {
    severity: "warning",
    message: "There is no template `{name}`.",
    help: "Correct the name, or add the template's file.",
    explanation: `The compiler stops at an include that finds nothing. Looked for in all files that the linter was given, which
--complete says are all there are, and on the include path. What is inside \`if_exists\` may be missing.

Wrong:

    include 'no/such/template';

Right:

    include if_exists('no/such/template');`,
  },
  VP007: {
    severity: "warning",
    message: "This include never includes anything: {reason}.",
    help: "Remove it, or correct its condition.",
    explanation: `An include of \`null\` or \`undef\` is passed over, so one that has no other result does nothing.

Wrong:

    include if (false) 'site/debugging' else null;

Right:

    include if (DEBUG) 'site/debugging' else null;`,
  },
  VP008: {
    severity: "info",
    message: "`{name}` is included a second time, which does nothing: it is a {kind} template.",
    help: "Remove this include.",
    explanation: `Declaration and unique templates are executed once in a profile, at their first include. A second include in the
same template suggests that it is executed again.

Wrong:

    include 'site/types';
    include 'site/types';

Right:

    include 'site/types';`,
  },
  VP009: {
    severity: "warning",
    message:
      "The template `{name}` is hidden by another file that comes earlier on the include path.",
    help: "Remove one of them, or change the order of --include-path.",
    explanation: `The first directory of the include path that has a template wins. Whoever edits the file behind it
wonders why nothing changes. (Directories of the variable \`LOADPATH\` are not looked at: choosing between them is its purpose.)

Wrong:

    # site/defaults.pan in the first directory, and again in the second one

Right:

    # site/defaults.pan in one directory`,
  },
  VP015: {
    severity: "info",
    message: "The structure template `{name}` says nothing about what it describes.",
    help: "Put an annotation or a comment before its declaration, or right behind it.",
    explanation: `A structure template is the description of a thing, such as a model of hardware, that others pick by
its name. One sentence tells them whether it is the right one.

Wrong:

    structure template hardware/disk;

    'size' = 20;

Right:

    @documentation{ The small disk of the front ends. }
    structure template hardware/disk;

    'size' = 20;`,
  },
  VP020: {
    severity: "warning",
    message: "The feature includes `{name}`, which is not its own.",
    help: "Include what belongs to this feature only, or move the include to a template outside of it.",
    explanation: `A rule of some sites: a template below \`features/NAME\` includes no templates of other features, so that each
feature can be used alone. It is off unless it is asked for: \`--severity VP020=warning\`. (It is panlint's
\`--features_standalone\`, which has no id there.)

Wrong:

    # in features/mail/config.pan
    include 'features/web/config';

Right:

    # in features/mail/config.pan
    include 'features/mail/users';`,
  },
  VP024: {
    severity: "warning",
    message: "The template is called `{name}`, but its file is `{file}`.",
    help: "Rename one of them: the file of `{name}` ends with `{wanted}`.",
    explanation: `The compiler looks a template up by the path of its file, and refuses a file with another name in it.

Wrong:

    # in site/default.pan
    template site/defaults;

Right:

    # in site/defaults.pan
    template site/defaults;`,
  },
} as const satisfies Definitions;
