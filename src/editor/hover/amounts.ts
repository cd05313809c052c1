/** Amounts in the largest unit in which they are a short number: 8192 MiB is 8 GiB. */

interface Scale {
  readonly units: readonly string[];
  readonly step: number;
}

const scales: readonly Scale[] = [
  { units: ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB"], step: 1024 },
  { units: ["kbit/s", "Mbit/s", "Gbit/s", "Tbit/s"], step: 1000 },
  { units: ["kB", "MB", "GB", "TB"], step: 1000 },
  { units: ["us", "ms", "s"], step: 1000 },
  { units: ["microseconds", "milliseconds", "seconds"], step: 1000 },
  { units: ["s", "min", "h"], step: 60 },
  { units: ["seconds", "minutes", "hours"], step: 60 },
  { units: ["Hz", "kHz", "MHz", "GHz"], step: 1000 },
];

/** Undefined where the unit that is given is the best. */
export function largerUnit(amount: number, unit: string): string | undefined {
  for (const { units, step } of scales) {
    let at = units.indexOf(unit);
    if (at < 0) continue;
    let rest = amount;
    // A quarter of the next unit can be told exactly as well.
    while (at + 1 < units.length && Math.abs(rest) >= step && Number.isInteger((rest / step) * 4)) {
      rest /= step;
      at++;
    }
    if (rest !== amount) return `${rest} ${units[at]}`;
  }
  return undefined;
}

export function amountText(amount: number, unit: string): string {
  const larger = largerUnit(amount, unit);
  const given = `${amount} ${unit}`;
  return larger === undefined ? given : `${given} = ${larger}`;
}
