import type { Definitions } from "../definition.ts";

/** What ends the build of many profiles. */
export const driverCodes = {
  "memory-exhausted": {
    severity: "error",
    message: "The profile {profile} needs more than the {limit} MB that a thread may use.",
    help: "Raise --max-memory, or lower --nthread so that each thread gets a larger part of it.",
    explanation: `\`--max-memory\` bounds the memory of all threads together, and each gets an equal part. A profile that does not fit
into the part of a thread of its own is given up; the other profiles are built.

Wrong, for profiles that need 200 MB each:

    vmcs compile --nthread 4 --max-memory 400 profiles/*.pan

Right:

    vmcs compile --nthread 4 --max-memory 1600 profiles/*.pan`,
  },
  "nothing-to-watch": {
    severity: "error",
    message: "There is no file to watch.",
    help: "Name template files, or patterns such as 'profiles/*.pan', behind 'vmcs watch'.",
    explanation: `\`vmcs watch\` builds profiles and builds them again whenever something that they depend on changes. It has to be told
which files that are, by words of the command line or by the project file.

Wrong:

    vmcs watch --output-dir build

Right:

    vmcs watch --output-dir build profiles/*.pan`,
  },
} as const satisfies Definitions;
