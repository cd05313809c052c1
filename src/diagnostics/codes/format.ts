import type { Definitions } from "../definition.ts";

/** What `vmcs fmt` says of files. */
export const formatCodes = {
  "layout-differs": {
    severity: "warning",
    message: "The file is not in the one layout.",
    help: "Run 'vmcs fmt {path}'.",
    explanation: `Templates have one layout, so that nobody need discuss it and changes show what has changed. \`vmcs fmt --check\`
reports the files that have another one, and ends with status 11.

Wrong:

    variable  X=nlist ("a",1) ;

Right:

    variable X = nlist("a", 1);`,
  },
} as const satisfies Definitions;

export const formatSystemCodes = {
  "file-not-utf8": {
    severity: "error",
    message: "The file '{path}' is not in UTF-8, and was left as it is.",
    help: "Convert it, for instance with 'iconv -f latin1 -t utf-8'.",
    explanation: `Templates are read as UTF-8. Bytes that are none are read as a replacement character, which is no matter in a
comment; but writing the file would lose what they were, so \`vmcs fmt\` does not.

Wrong:

    vmcs fmt a-template-in-latin1.pan

Right:

    iconv -f latin1 -t utf-8 a-template-in-latin1.pan > a-template.pan`,
  },
} as const satisfies Definitions;
