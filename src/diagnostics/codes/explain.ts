import type { Definitions } from "../definition.ts";

/** What `vmcs explain` of paths says. */
export const explainCodes = {
  "path-not-written": {
    severity: "error",
    message: "There is no {path} in {profile}, and no statement has ever written it.",
    help: "'vmcs explain /' with the same files lists all that there is.",
    explanation: `\`vmcs explain PATH\` tells the history of a value: each statement that wrote it, something above it or
something below it. Nothing has written this path, so there is nothing to tell. A value that was there and was deleted
has a history, which is shown.

Wrong:

    vmcs explain /system/nmae web.pan

Right:

    vmcs explain /system/name web.pan`,
  },
  "file-not-emitted": {
    severity: "error",
    message: "None of the descriptions makes the file '{path}'.",
    help: "Name the description that it was made of, as in `vmcs explain FILE:LINE vms/web.pan`.",
    explanation: `\`vmcs explain FILE:LINE\` makes all files of the descriptions again, in memory, and looks for this one among
them by its path: profiles in every format, the four skeletons, and the files of all backends. A file that vmcs has not
made has no statements behind it.

The descriptions are those of the command line, else those of the project file, else those of the last build into the
directory of the file.

Wrong:

    vmcs explain out/web1.cfg:5 database.pan

Right:

    vmcs explain out/web1.cfg:5 web.pan`,
  },
  "line-out-of-range": {
    severity: "error",
    message: "{path} has {count} lines, so it has no line {line}.",
    help: "Lines are counted from 1.",
    explanation: `\`vmcs explain FILE:LINE\` tells which statements are behind a line, and the file has fewer lines than that.

Wrong:

    vmcs explain out/web1.cfg:500

Right:

    vmcs explain out/web1.cfg:5`,
  },
  "emitted-line-differs": {
    severity: "warning",
    message: "The sources give `{current}` for line {line} of {path}, which has something else.",
    help: "Build the file again; what is explained is the line that the sources give.",
    explanation: `The file is older than its sources, was made with other options, or was changed by hand. \`vmcs explain\` tells
where the line that is nearest to it comes from.

Wrong:

    vmcs explain out/web1.cfg:5        after web.pan has changed

Right:

    vmcs build --output-dir out web.pan
    vmcs explain out/web1.cfg:5`,
  },
} as const satisfies Definitions;
