/** `%` of Python on texts: `%s`, `%d`, `%i`, `%x`, `%X` and `%o`, with a width. */

/** Undefined if a value does not fit its place, or there are too many or too few. */
export function formatText(format: string, values: readonly string[]): string | undefined {
  let next = 0;
  let isWrong = false;
  const text = format.replace(
    /%(?:(%)|(0?)([0-9]{0,3})([sdixXo])|)/g,
    (_, percent?: string, zero?: string, width?: string, kind?: string) => {
      if (percent !== undefined) return "%";
      const value = values[next++];
      const shown = kind === undefined || value === undefined ? undefined : converted(kind, value);
      if (shown === undefined) {
        isWrong = true;
        return "";
      }
      return shown.padStart(Number(width ?? 0), zero === "0" ? "0" : " ");
    },
  );
  return isWrong || next !== values.length ? undefined : text;
}

const bases: Readonly<Record<string, number>> = { d: 10, i: 10, x: 16, X: 16, o: 8 };

function converted(kind: string, value: string): string | undefined {
  if (kind === "s") return value;
  const number = Number(value);
  if (value === "" || !Number.isSafeInteger(number)) return undefined;
  const text = number.toString(bases[kind]);
  return kind === "X" ? text.toUpperCase() : text;
}
