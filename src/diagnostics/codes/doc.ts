/** What documentation is not made of. */

import type { Definitions } from "../definition.ts";

export const docCodes = {
  "annotation-misspelt": {
    severity: "warning",
    message: "The annotation `{name}` is not known; it is read as `{meant}`.",
    explanation: `\`vmcs doc\` reads documentation from annotations without a name and from \`@documentation\`. Other
names are free (\`@author\`, \`@use\`, …), but one that is nearly \`documentation\` is probably meant to be that.

Wrong:

    @documenation{ Number of processors }
    variable PROCESSORS ?= 2;

Right:

    @documentation{ Number of processors }
    variable PROCESSORS ?= 2;`,
  },
  "annotation-lost": {
    severity: "warning",
    message: "This annotation documents nothing.",
    help: "Put it in front of what it describes: the declaration of a template, type, function or variable, a field, a binding or an assignment.",
    explanation: `An annotation belongs to what follows it directly. Where that is something that has no page, such as
an \`include\` or a statement within a function, or where nothing follows, \`vmcs doc\` shows the annotation nowhere.

Wrong:

    @{ Ports of the web server }
    include 'site/ports';

Right:

    include 'site/ports';

    @{ Ports of the web server }
    variable WEB_PORTS ?= list(80, 443);`,
  },
} as const satisfies Definitions;
