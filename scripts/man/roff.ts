/** Pages of the manual, in the macros of man(7). */

/** Text of a line: what roff would take for a command or an escape is written out. */
export function roff(text: string): string {
  const escaped = text
    .replaceAll("\\", "\\(rs")
    .replaceAll("-", "\\-")
    .replaceAll("…", "...")
    .replaceAll("~", "\\(ti")
    .replaceAll("^", "\\(ha")
    .replaceAll("`", "\\(ga")
    .replaceAll("'", "\\(aq");
  return escaped.startsWith(".") ? `\\&${escaped}` : escaped;
}

export function bold(text: string): string {
  return `\\fB${roff(text)}\\fR`;
}

export function italic(text: string): string {
  return `\\fI${roff(text)}\\fR`;
}

/** An argument of a macro. */
export function quoted(text: string): string {
  return `"${roff(text).replaceAll('"', "\\(dq")}"`;
}

export function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`.SH ${quoted(title)}`, ...lines];
}

/** A term, and what it means below it. */
export function item(term: string, text: string): readonly string[] {
  return [".TP", term, text === "" ? "\\&" : roff(text)];
}
