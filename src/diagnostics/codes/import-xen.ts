import type { Definitions } from "../definition.ts";

/** What configurations of Xen's tools, xl and xm, say that the model does not, or does not say clearly. */
export const xenImportCodes = {
  "import-cfg-malformed": {
    severity: "error",
    message: "{given} stands where {wanted} is expected.",
    help: 'Write a setting a line: a key in small letters, =, and a number, a "text" or a [list].',
    explanation: `The configuration has a line that its own tool could not read either, so nothing is taken over from it. Reading goes
on with the next setting.

Wrong:

    memory = 512M
    cap = -4

Right:

    memory = 512
    cap = 4`,
  },
  "import-cfg-text-not-closed": {
    severity: "error",
    message: "The text that begins here is not closed on its line.",
    help: "Add the same quote that opens it; a quote inside is written \\\" or \\'.",
    explanation: `A text is written between two quotes of one kind, on one line. A line end inside is written \`\\n\`.

Wrong:

    name = "web1

Right:

    name = "web1"`,
  },
  "import-cfg-escape-invalid": {
    severity: "error",
    message: "'{escape}' is no escape that xl takes.",
    help: "Write a backslash as \\\\; escapes by number are not to be had.",
    explanation: `In a text, a backslash is followed by one of \`" ' \\ a b f n r t v\`. xl refuses a file with another escape; \`\\x41\` is
refused too, in all releases, though it was meant to be read.

Wrong:

    extra = "C:\\data"

Right:

    extra = "C:\\\\data"`,
  },
  "import-cfg-escape-without-effect": {
    severity: "warning",
    message: "xl drops '{escape}': the character is missing in what is taken over.",
    help: "Write the character itself.",
    explanation: `A character can be written by its octal number as far as the syntax goes, but xl then leaves it out, in all releases.
The imported description says what xl would have used.

Wrong:

    name = "web\\101"

Right:

    name = "webA"`,
  },
  "import-cfg-sum-of-different-kinds": {
    severity: "error",
    message: "'{key} +=' adds a list to a text, or a text to a list.",
    help: 'Add a list to a list: {key} += [ "…" ].',
    explanation: `\`+=\` adds to what the key has already: the items of a list to a list, a text to a text.

Wrong:

    disk = [ "/dev/vg/root,raw,xvda,rw" ]
    disk += "/dev/vg/data,raw,xvdb,rw"

Right:

    disk = [ "/dev/vg/root,raw,xvda,rw" ]
    disk += [ "/dev/vg/data,raw,xvdb,rw" ]`,
  },
  "import-python": {
    severity: "error",
    message: "This is Python, which is not run here: {statement}.",
    help: "Write down what it comes to: import needs plain settings such as memory = 512.",
    explanation: `Configurations of xm were programs in Python, which xm ran. Here nothing of a file is run: it may come from anywhere.
Assignments of numbers, texts, lists and tuples are read, as are \`+\`, \`%\` and \`*\` of them and the names of
variables that the file has set. Whatever else a file computes must be written down by hand.

Wrong:

    import os
    arch = os.uname()[4]
    if arch == 'x86_64':
        memory = 512

Right:

    memory = 512`,
  },
  "import-key-repeated": {
    severity: "warning",
    message: "'{key}' is given again: the last value counts.",
    help: "Remove the others, or add to a list with +=.",
    explanation: `xl takes the last of several values without a word. If all were meant, as happens with \`disk\` and \`vif\`, the
machine lacks something.

Wrong:

    disk = [ "/dev/vg/root,raw,xvda,rw" ]
    disk = [ "/dev/vg/data,raw,xvdb,rw" ]

Right:

    disk = [ "/dev/vg/root,raw,xvda,rw", "/dev/vg/data,raw,xvdb,rw" ]`,
  },
  "import-key-unknown": {
    severity: "error",
    message: "'{key}' is no key of {tool}: it has no effect, and is not taken over.",
    help: "Remove it, or see whether it is misspelt.",
    explanation: `The tool ignores keys that it does not know, without a word. Often such a key is misspelt, and the machine has run
without it.

Wrong:

    memmory = 512

Right:

    memory = 512`,
  },
  "import-key-old": {
    severity: "info",
    message: "'{key}' is an old way to say it; it is taken over as {path}.",
    explanation: `Keys have been replaced by others in the course of time. The description has the model's one place for the setting, and
what is built of it uses the key that the release of Xen wants.

Old:

    builder = "hvm"
    stdvga = 1

Taken over as:

    '/system/type' = 'hvm';
    '/hardware/devices/video/model' = 'stdvga';`,
  },
  "import-key-without-effect": {
    severity: "warning",
    message: "'{key}' has no effect: {reason}. It is not taken over.",
    explanation: `The tool reads the setting and does nothing with it, for instance because guests of this type have no such part. A
description that asked for it would be refused.

Wrong:

    type = "pv"
    boot = "c"

Right: without \`boot\`, as a pv guest has no firmware that would look at it.`,
  },
  "import-value-refused": {
    severity: "error",
    message: "'{value}' is not a value for '{key}': give {wanted}.",
    explanation: `The value is not one that the setting can have. xl often accepts it nevertheless: it takes \`memory="512M"\` for none at
all, with a warning, and any text for the name of a bridge.

Wrong:

    memory = "512M"

Right:

    memory = 512`,
  },
  "import-option-unknown": {
    severity: "error",
    message: "'{option}' is no option of '{key}'; it is not taken over.",
    help: "Remove it, or see whether it is misspelt.",
    explanation: `What describes a device is made of options between commas. xl prints a line about an unknown option of a \`vif\` and goes
on without it; in other devices it ends there.

Wrong:

    vif = [ "bridg=xenbr0" ]

Right:

    vif = [ "bridge=xenbr0" ]`,
  },
  "import-option-missing": {
    severity: "error",
    message: "This '{key}' has no '{option}'; it is not taken over.",
    help: "Add the option.",
    explanation: `A device cannot be described without the option.

Wrong:

    disk = [ "/dev/vg/root,raw" ]

Right:

    disk = [ "/dev/vg/root,raw,xvda" ]`,
  },
  "import-not-expressible": {
    severity: "error",
    message: "A description has no place for {what}; it is not taken over.",
    explanation: `The model of machines covers what Xen and other platforms run today. Some of what old tools and rare setups had has no
place in it, or has one only in another form. The message says which value is left out; the rest of the file is taken
over.`,
  },
  "import-secret-replaced": {
    severity: "warning",
    message: "The password of '{key}' is not taken over: the description says {reference} instead.",
    help: "Set the variable {variable} to the password when files are built, or write file:/PATH with the path of a file that holds it.",
    explanation: `Descriptions and skeletons never hold secrets: they are stored, compared and shown. A description says where a secret
is, and only the files that a platform needs get it, readable by their owner alone.

Imported:

    '/hardware/devices/graphics/vnc/password' = 'env:VMCS_VNC_PASSWORD';

Then:

    VMCS_VNC_PASSWORD=… vmcs build …`,
  },
  "import-value-assumed": {
    severity: "info",
    message: "{what}.",
    explanation: `The file leaves something open that a description must say, or says it in a way that means something else today. The
message says what was assumed; change the description where that is wrong.`,
  },
  "import-name-missing": {
    severity: "error",
    message: "The configuration gives the machine no name.",
    help: 'Add name = "…".',
    explanation: `Every machine has a name on its host. Without one, xl creates no machine.

Right:

    name = "web1"`,
  },
  "import-device-repeated": {
    severity: "error",
    message: "'{device}' is given to two devices; the second one is not taken over.",
    help: "Give one of them another name.",
    explanation: `The name by which the guest knows a disk or drive belongs to one device.

Wrong:

    disk = [ "/dev/vg/root,raw,xvda", "/dev/vg/data,raw,xvda" ]

Right:

    disk = [ "/dev/vg/root,raw,xvda", "/dev/vg/data,raw,xvdb" ]`,
  },
} as const satisfies Definitions;
