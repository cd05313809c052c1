/** The `file:` address of a directory as Java makes it: one slash after the scheme, one at the end. */

/** Everything that RFC 2396 does not allow in a path as it is, below U+0080. */
const illegal = /[^A-Za-z0-9\-_.!~*'():@&=+$,;/\u0080-\u{10ffff}]/gu;
/** Spaces and controls are escaped before the rest is normalized. */
const spaces = /[\p{Zs}\p{Zl}\p{Zp}\u0080-\u009f]/gu;
const beyondAscii = /[\u0080-\u{10ffff}]/gu;

export function directoryAddress(directory: string): string {
  const path = directory.replace(/\/{2,}/g, "/");
  const quoted = path.replace(illegal, percent).replace(spaces, percent);
  const ascii = quoted.normalize("NFC").replace(beyondAscii, percent);
  return `file:${ascii}${ascii.endsWith("/") ? "" : "/"}`;
}

function percent(character: string): string {
  return Array.from(new TextEncoder().encode(character))
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
    .join("");
}
