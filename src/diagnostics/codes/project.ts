import type { Definitions } from "../definition.ts";

/** What a project file is refused for. */
export const projectCodes = {
  "project-unreadable": {
    severity: "error",
    message: "The project file cannot be read: {problem}.",
    help: "Make it readable, or run the command elsewhere.",
    explanation: `Commands look for a file \`vmcs.json\` in the current directory and in those above it. One that is there but
cannot be read is an error, as what it says would be missing unnoticed.

Wrong:

    chmod 000 vmcs.json

Right:

    chmod 644 vmcs.json`,
  },
  "project-not-json": {
    severity: "error",
    message: "The project file is no JSON: {problem}.",
    explanation: `\`vmcs.json\` is JSON: keys and texts in double quotes, no comma behind the last item, no comments.

Wrong:

    { "rules": ["rules"], }

Right:

    { "rules": ["rules"] }`,
  },
  "project-key-unknown": {
    severity: "error",
    message: "A project has no setting '{key}'.",
    help: "The settings are {known}.",
    explanation: `A setting that is misspelt would have no effect, so it is refused. An editor that knows
\`schemas/vmcs.schema.json\` completes the names.

Wrong:

    { "rule": ["rules"] }

Right:

    { "rules": ["rules"] }`,
  },
  "project-value-wrong": {
    severity: "error",
    message: "{what} must be {form}.",
    explanation: `Every setting of a project has a form, which \`schemas/vmcs.schema.json\` describes.

Wrong:

    { "objects": "vms/*.pan" }

Right:

    { "objects": ["vms/*.pan"] }`,
  },
  "project-path-missing": {
    severity: "error",
    message: "The project's {what} '{path}' does not exist.",
    help: "Paths are taken from the directory of the project file.",
    explanation: `A project file names a directory or a file that does not exist, or is of the other kind.

Wrong, where the repository is in \`site/rules\`:

    { "rules": ["rules"] }

Right:

    { "rules": ["site/rules"] }`,
  },
} as const satisfies Definitions;
