/** The JSON of reports, and of whatever commands tell as JSON. */

/** A value as it is written to a file. Half a character, which some readers refuse, becomes U+FFFD. */
export function jsonText(value: object): string {
  const whole = (_: string, part: unknown): unknown =>
    typeof part === "string" ? part.replace(/\p{Cs}/gu, "\ufffd") : part;
  return `${JSON.stringify(value, whole, 2)}\n`;
}
