/** Texts as Pan writes them (manual, "Pan book", strings), and names that its grammar takes. */

/** The text as a literal on one line. */
export function quote(text: string): string {
  if (needsEscapes.test(text)) return doubleQuoted(text);
  if (text.includes("'") && !/["\\]/.test(text)) return `"${text}"`;
  return `'${text.replaceAll("'", "''")}'`;
}

/** What cannot be seen, or looks like something else: controls, and blanks and separators that are not U+0020. */
const needsEscapes = /[\p{Cc}\u00a0\u00ad\u2028\u2029\ufeff]/u;

/**
 * A backslash is escaped by its number, as `\\"` at the end of a text could be taken for an escaped quote; characters
 * above U+00FF have no escapes and stay.
 */
function doubleQuoted(text: string): string {
  const escaped = text.replace(
    /[\p{Cc}"\\\u00a0\u00ad]/gu,
    (character) =>
      escapes[character] ?? `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
  return `"${escaped}"`;
}

const escapes: Readonly<Record<string, string>> = {
  "\n": "\\n",
  "\t": "\\t",
  "\r": "\\r",
  '"': '\\"',
};

/** The name for a heredoc of the text: lines that a person can read; undefined where that does not work. */
export function heredocName(text: string): string | undefined {
  const lines = text.split("\n");
  const isReadable = lines.length > 2 && text.endsWith("\n") && !hiddenInLine.test(text);
  if (!isReadable) return undefined;
  return ["EOT", "END_OF_TEXT", "END_OF_FILE"].find((name) => !lines.includes(name));
}

const hiddenInLine = /(?![\n\t])[\p{Cc}\u00a0\u00ad\u2028\u2029\ufeff]/u;

/** Whether Pan takes a key as it is; another one can only be escaped, and then it is another key. */
export function isPanKey(key: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9_+.-]*$/.test(key) && !/^[0-9]+$/.test(key);
}

/** Whether a name can be that of an object template. */
export function isTemplateName(name: string): boolean {
  const parts = name.split("/");
  return parts.every((part) => /^[A-Za-z0-9_+-][A-Za-z0-9_.+-]*$/.test(part));
}

/** A template's name made of any text, such as the name of a machine or of a file. */
export function templateNameOf(text: string): string {
  const name = text.replace(/[^A-Za-z0-9_.+-]+/g, "-").replace(/^[.-]+|[.-]+$/g, "");
  return name === "" ? "machine" : name;
}
