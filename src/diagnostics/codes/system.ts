import type { Definitions } from "../definition.ts";

/** What the machine does not let us do. */
export const systemCodes = {
  "template-unreadable": {
    severity: "error",
    message: "The template file '{path}' cannot be read.",
    help: "Check that it exists and that you may read it.",
    explanation: `A template file that was named on the command line, or found along the include path, could not be read.

Wrong:

    vmcs compile no-such-file.pan

Right:

    vmcs compile web.pan`,
  },
  "template-not-utf8": {
    severity: "warning",
    message: "This template is not in UTF-8: what cannot be read is taken as U+FFFD.",
    help: "Convert it, for instance with 'iconv -f latin1 -t utf-8'.",
    explanation: `Templates are text in UTF-8. A file in another encoding, such as Latin-1, is read as far as it goes, and each byte
that has no meaning becomes the replacement character U+FFFD, which then stands in the profile.

Wrong: a file in Latin-1 with

    '/contact' = 'Jos\u00e9';

Right: the same file in UTF-8.`,
  },
  "output-unwritable": {
    severity: "error",
    message: "The file '{path}' could not be written: {reason}.",
    help: "Check the directory, its permissions and the space left.",
    explanation: `An output file could not be written. Nothing half-written is left: the files of a profile are written together or not at all.

Wrong:

    vmcs compile --output-dir /proc web.pan

Right:

    vmcs compile --output-dir build web.pan`,
  },
  "input-unreadable": {
    severity: "error",
    message: "The file '{path}' cannot be read: {reason}.",
    help: "Check that you may read it.",
    explanation: `A file that was named on the command line, or is in a directory that was named, could not be read.

Wrong:

    vmcs spawn /root/build

Right:

    vmcs spawn build`,
  },
} as const satisfies Definitions;
