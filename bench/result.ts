/** Results as rows of a table, for people and for machines. */

export interface Result {
  /** Part of the benchmark, such as "cold start". */
  readonly group: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** A table with aligned columns, a section for each group. */
export function formatResults(results: readonly Result[]): string {
  const names = Math.max(...results.map(({ name }) => name.length));
  const numbers = Math.max(...results.map(({ value }) => formatNumber(value).length));
  const groups = [...new Set(results.map(({ group }) => group))];
  return groups
    .map((group) => {
      const rows = results
        .filter((result) => result.group === group)
        .map(
          ({ name, value, unit }) =>
            `  ${name.padEnd(names)}  ${formatNumber(value).padStart(numbers)} ${unit}`,
        );
      return [group, ...rows].join("\n");
    })
    .join("\n\n");
}

/** Three digits that count. */
export function formatNumber(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
