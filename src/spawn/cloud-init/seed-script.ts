/** The script that makes the disk from which the guest's cloud-init reads its seed. */

import { shellWord, shellWords } from "../../text/shell-word.ts";

export interface SeedScript {
  readonly vm: string;
  /** The file on the host that the guest's drive shows. */
  readonly image: string;
  /** Names of the files beside the script. */
  readonly files: readonly string[];
  readonly secret: boolean;
}

export function seedScript({ vm, image, files, secret }: SeedScript): string {
  const names = shellWords(files);
  const network = files.includes("network-config") ? "--network-config=network-config " : "";
  return `#!/bin/sh
# Makes the seed disk of ${vm}: an ISO 9660 image with the label CIDATA, which
# cloud-init in the guest looks for. Run it again whenever the files beside it change.
# For a trial, ROOT=/some/directory puts the image below that directory.
set -eu

image="\${ROOT:-}"${shellWord(image)}
cd "$(dirname "$(readlink -f "$0")")"
${secret ? "\n# The seed holds a secret.\numask 077\n" : ""}
mkdir -p "$(dirname "$image")"
new=$(mktemp "$image.XXXXXX")
trap 'rm -f "$new"' EXIT
${secret ? "" : 'chmod 644 "$new"\n'}
if command -v xorriso >/dev/null; then
    xorriso -as genisoimage -quiet -volid CIDATA -joliet -rock -output "$new" ${names}
elif command -v genisoimage >/dev/null; then
    genisoimage -quiet -volid CIDATA -joliet -rock -output "$new" ${names}
elif command -v mkisofs >/dev/null; then
    mkisofs -quiet -volid CIDATA -joliet -rock -output "$new" ${names}
elif command -v cloud-localds >/dev/null; then
    cloud-localds ${network}"$new" user-data meta-data
else
    echo "make-seed.sh: install xorriso, genisoimage or cloud-image-utils." >&2
    exit 1
fi

mv "$new" "$image"
trap - EXIT
echo "$image is made."
`;
}
