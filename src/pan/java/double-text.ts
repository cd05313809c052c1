/** Doubles as Java prints them. */

export function formatDouble(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "Infinity" : "-Infinity";
  if (value === 0) return Object.is(value, -0) ? "-0.0" : "0.0";
  const magnitude = Math.abs(value);
  const [mantissa = "", exponent = ""] = value.toExponential().split("e");
  if (magnitude < 1e-3 || magnitude >= 1e7) {
    return `${mantissa.includes(".") ? mantissa : `${mantissa}.0`}E${Number(exponent)}`;
  }
  const plain = String(value);
  return plain.includes(".") ? plain : `${plain}.0`;
}
