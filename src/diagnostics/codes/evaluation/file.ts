/** Files that `file_contents` and `file_exists` look up. */

import type { Definitions } from "../../definition.ts";

export const fileCodes = {
  "invalid-file-name": {
    severity: "error",
    message: "'{name}' cannot be the name of a file here.",
    help: "Names are made of letters, digits, '_', '-', '+', '.' and '/'; no part of one may be empty or begin with a dot.",
    explanation: `\`file_contents\` and \`file_exists\` look files up as templates are looked up, so the same names are legal.

Wrong:

    '/x' = file_contents('../secret');

Right:

    '/x' = file_contents('data/motd');`,
  },
  "file-not-relative": {
    severity: "error",
    message: "{function}() needs the relative name of a file, but this is {given}.",
    help: "Name it relative to a directory of --include-path, such as 'data/motd'.",
    explanation: `Files are found along the include path and the load path.

Wrong:

    '/x' = file_contents('/etc/motd');

Right:

    '/x' = file_contents('data/motd');`,
  },
  "file-not-found": {
    severity: "error",
    message: "There is no file '{name}' on the load path.",
    help: "Test with file_exists() first.",
    explanation: `The file is in none of the directories in which templates are looked for.

Wrong:

    '/x' = file_contents('no/such/file');

Right:

    '/x' = if (file_exists('data/motd')) file_contents('data/motd') else '';`,
  },
  "file-is-directory": {
    severity: "error",
    message: "'{name}' is a directory.",
    help: "Name a file in it.",
    explanation: `Only files have contents.

Wrong:

    '/x' = file_contents('data');

Right:

    '/x' = file_contents('data/motd');`,
  },
  "file-unreadable": {
    severity: "error",
    message: "The file '{name}' cannot be read.",
    help: "Check its permissions and, for a compressed file, that it is what the compression says.",
    explanation: `The file exists, but reading or decompressing it failed.

Wrong:

    '/x' = file_contents('data/motd', 'gzip');

Right:

    '/x' = file_contents('data/motd.gz', 'gzip');`,
  },
  "unknown-compression": {
    severity: "error",
    message: "The compression must be 'gzip', but it is {given}.",
    help: "Leave the argument out for a file that is not compressed.",
    explanation: `\`file_contents\` can decompress gzip.

Wrong:

    '/x' = file_contents('data/motd', 'zip');

Right:

    '/x' = file_contents('data/motd.gz', 'gzip');`,
  },
} as const satisfies Definitions;
