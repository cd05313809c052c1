/** The part of the script that makes an image: a function, which leaves an image that is there alone. */

import { shellWord } from "../../text/shell-word.ts";
import { hereDocument, hostPath, longCommand } from "./bash-writer.ts";
import type { DebianImage } from "./plan.ts";

/** Kernels are kept beside the image that they come from. */
export const kernelSuffix = { kernel: ".kernel", ramdisk: ".ramdisk" } as const;

export function imageFunction(
  plan: DebianImage,
  functionName: string,
  keepsKernel: boolean,
): string {
  return [
    `# Image ${plan.name}: Debian ${plan.suite} in ${plan.size} MiB.`,
    `${functionName}() {`,
    `    local image=${hostPath(plan.file)} hash=${plan.hash}`,
    '    is_made "$image" "$hash" && return',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell's.
    '    rm -rf "${work:?}"/*',
    '    mkdir -p "$(dirname "$image")" "$work/files"',
    "",
    ...files(plan),
    '    tar --create --owner=0:0 --numeric-owner --file="$work/files.tar" --directory="$work/files" .',
    "",
    bootstrap(plan),
    "",
    "    # A filesystem is made of the files, without mounting anything.",
    ...layout(plan),
    "    unpack_into_filesystem",
    ...(keepsKernel ? keepKernel : []),
    // The plan comes first: an image without one would count as somebody else's.
    '    printf \'%s\\n\' "$hash" > "$image.plan"',
    ...finish(plan),
    '    say "$image is made."',
    "}",
  ].join("\n");
}

function files({ files: all }: DebianImage): readonly string[] {
  return all.map(({ path, permissions, content }) =>
    hereDocument(`    put ${permissions} ${shellWord(path)}`, content),
  );
}

function bootstrap(plan: DebianImage): string {
  const hook = (command: string): string => `--customize-hook=${shellWord(command)}`;
  return longCommand("    ", [
    "mmdebstrap",
    `--variant=${plan.variant}`,
    `--architectures=${plan.architecture}`,
    `--components=${shellWord(plan.components.join(","))}`,
    ...plan.packages.map((item) => `--include=${shellWord(item)}`),
    '--customize-hook="tar-in $work/files.tar /"',
    ...plan.units.map((unit) => hook(`chroot "$1" systemctl enable ${shellWord(unit)}`)),
    ...plan.removed.map((pattern) => hook(`rm -f "$1"${pattern}`)),
    // A machine gets an identity of its own when it first boots.
    hook(': > "$1/etc/machine-id"'),
    `${shellWord(plan.suite)} "$work/files-of-image.tar"${plan.mirror === undefined ? "" : ` ${shellWord(plan.mirror)}`}`,
  ]);
}

/** Sets `filesystem`, `blocks` and `options` for what unpacks the files. */
function layout({ size, partitioned, filesystem }: DebianImage): readonly string[] {
  const label = filesystem.label === undefined ? [] : ["-L", shellWord(filesystem.label)];
  const start = ['    rm -f "$image.new"', `    truncate --size=${size}M "$image.new"`];
  if (!partitioned) {
    const options = ["-t", filesystem.type, ...label].join(" ");
    return [...start, `    filesystem=(${options} "$image.new")`];
  }
  const options = ["-t", filesystem.type, ...label, "-E", "offset=1048576"].join(" ");
  return [
    ...start,
    hereDocument('    sfdisk --quiet "$image.new"', "label: gpt\nstart=1MiB, type=linux"),
    `    filesystem=(${options} "$image.new" ${(size - 2) * 1024}k)`,
  ];
}

const keepKernel = [
  `    take_newest vmlinuz "$image${kernelSuffix.kernel}"`,
  `    take_newest initrd.img "$image${kernelSuffix.ramdisk}"`,
];

function finish({ format }: DebianImage): readonly string[] {
  if (format === "raw") return ['    mv "$image.new" "$image"'];
  return [
    '    qemu-img convert -f raw -O qcow2 "$image.new" "$image.qcow2.new"',
    '    mv "$image.qcow2.new" "$image"',
    '    rm "$image.new"',
  ];
}
