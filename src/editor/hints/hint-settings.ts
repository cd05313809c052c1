/** Which hints somebody wants; all of them if nothing is said. */

export interface HintSettings {
  /** What an expression gave in the profiles that use the file. */
  readonly values: boolean;
  /** What is filled in where a record is left short. */
  readonly defaults: boolean;
  /** Units of numbers. */
  readonly units: boolean;
}

const allHints: HintSettings = { values: true, defaults: true, units: true };

/** Whatever a client says: `false` turns hints of a kind off, or all of them. */
export function hintSettings(said: unknown): HintSettings {
  if (said === false) return { values: false, defaults: false, units: false };
  if (typeof said !== "object" || said === null) return allHints;
  const isOn = (kind: keyof HintSettings): boolean =>
    (said as Readonly<Record<string, unknown>>)[kind] !== false;
  return { values: isOn("values"), defaults: isOn("defaults"), units: isOn("units") };
}
