import type { Definitions } from "../definition.ts";

/** Secrets that cannot be had, or are badly kept. */
export const secretCodes = {
  "secret-unavailable": {
    severity: "error",
    message: "{path} refers to {reference}, {problem}.",
    help: "Set it for whoever builds; the description never holds the password itself.",
    explanation: `A description never holds a password. It says where one is: \`file:/etc/vmcs/vnc\` in a file, \`env:VNC_PASSWORD\`
in an environment variable. Both are read when the files of a backend are written, and nowhere else.

Wrong:

    '/hardware/devices/graphics/vnc/password' = 'env:VNC_PASSWORD';   # but VNC_PASSWORD is not set

Right:

    $ VNC_PASSWORD="$(cat /root/vnc)" vmcs build web1.pan`,
  },
  "secret-readable-by-others": {
    severity: "warning",
    message: "The file '{path}' holds a secret, but everybody on this machine can read it.",
    help: "Run 'chmod o= {path}'.",
    explanation: `A description refers to a secret, such as the password of a console, by the file that holds it. Files that are
written from it can be read by their owner alone; the file itself should be kept as well.

Wrong:

    chmod 644 /etc/vmcs/vnc

Right:

    chmod 600 /etc/vmcs/vnc`,
  },
} as const satisfies Definitions;
