/**
 * Patterns of places in a filesystem, as shells write them: `*` is anything within one directory, `**` anything at
 * all, `?` one letter.
 */

/** Whether the operand of `~` is a pattern of places; a range of versions has no slash. */
export function isGlob(operand: string): boolean {
  return operand.includes("/");
}

/** Whether a path is of the pattern; the whole of it. */
export function matchesGlob(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replace(/\*\*|[\s\S]/gu, translated)}$`, "u").test(path);
}

function translated(piece: string): string {
  switch (piece) {
    case "**":
      return "[\\s\\S]*";
    case "*":
      return "[^/]*";
    case "?":
      return "[^/]";
    default:
      return piece.replace(/[\\^$.+()[\]{}|/]/u, "\\$&");
  }
}
