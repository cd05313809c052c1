/**
 * The order of version texts that Debian's policy defines (section 5.6.12, "Version").
 *
 * Texts are read in turns: a run without digits, then a number. In the first, letters come before all other
 * characters and `~` before everything, even the end; numbers are compared as numbers.
 */

const zero = 48;
const nine = 57;
const tilde = 126;

/** How far each of two texts has been read. */
interface Cursor {
  left: number;
  right: number;
}

export function compareDpkgText(left: string, right: string): number {
  const cursor = { left: 0, right: 0 };
  while (cursor.left < left.length || cursor.right < right.length) {
    const order = compareOthers(left, right, cursor) || compareNumbers(left, right, cursor);
    if (order !== 0) return order < 0 ? -1 : 1;
  }
  return 0;
}

function compareOthers(left: string, right: string, cursor: Cursor): number {
  while (isOther(left, cursor.left) || isOther(right, cursor.right)) {
    const difference = weight(left, cursor.left) - weight(right, cursor.right);
    if (difference !== 0) return difference;
    cursor.left++;
    cursor.right++;
  }
  return 0;
}

function compareNumbers(left: string, right: string, cursor: Cursor): number {
  while (left.charCodeAt(cursor.left) === zero) cursor.left++;
  while (right.charCodeAt(cursor.right) === zero) cursor.right++;
  let difference = 0;
  while (isDigit(left, cursor.left) && isDigit(right, cursor.right)) {
    // The first digit that differs decides, if the numbers are equally long.
    difference ||= left.charCodeAt(cursor.left) - right.charCodeAt(cursor.right);
    cursor.left++;
    cursor.right++;
  }
  if (isDigit(left, cursor.left)) return 1;
  return isDigit(right, cursor.right) ? -1 : difference;
}

/** Whether there is a character at this place that is no digit. */
function isOther(text: string, index: number): boolean {
  return index < text.length && !isDigit(text, index);
}

function isDigit(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= zero && code <= nine;
}

/** The end and digits weigh nothing. */
function weight(text: string, index: number): number {
  if (!isOther(text, index)) return 0;
  const code = text.charCodeAt(index);
  if (code === tilde) return -1;
  const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return isLetter ? code : code + 256;
}
