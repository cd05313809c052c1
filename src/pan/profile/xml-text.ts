/**
 * Text in XML, with the escapes of the serializer that the reference compiler uses.
 *
 * Beside the markup characters it writes as references what a parser would change (carriage returns), the
 * controls U+007F to U+009F, and everything outside the Basic Multilingual Plane.
 */

/** The text with escapes; undefined if it has a character that XML 1.0 cannot hold. */
export function xmlText(text: string): string | undefined {
  let escaped = "";
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isPlain(code)) continue;
    const codePoint = text.codePointAt(i) as number;
    const reference = referenceFor(codePoint);
    if (reference === undefined) return undefined;
    escaped += text.slice(from, i) + reference;
    if (codePoint > 0xffff) i++;
    from = i + 1;
  }
  return from === 0 ? text : escaped + text.slice(from);
}

function isPlain(code: number): boolean {
  if (code < 0x7f) {
    return code >= 0x20
      ? code !== ampersand && code !== lessThan && code !== greaterThan
      : code === tab || code === lineFeed;
  }
  return code > 0x9f && (code < 0xd800 || (code > 0xdfff && code < 0xfffe));
}

/** The reference for a character that is not plain, if there may be one. */
function referenceFor(codePoint: number): string | undefined {
  switch (codePoint) {
    case ampersand:
      return "&amp;";
    case lessThan:
      return "&lt;";
    case greaterThan:
      return "&gt;";
    default: {
      const allowed =
        codePoint === carriageReturn ||
        (codePoint >= 0x7f && codePoint <= 0x9f) ||
        codePoint > 0xffff;
      return allowed ? `&#${codePoint};` : undefined;
    }
  }
}

const tab = 0x09;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const ampersand = 0x26;
const lessThan = 0x3c;
const greaterThan = 0x3e;
