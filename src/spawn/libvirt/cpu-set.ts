/** Sets of CPUs as the model writes them, `0-3,^2`, and as libvirt reads them. */

import { cpusOf } from "../../vm/model/cpu-list.ts";

export type CpuSet =
  | { readonly kind: "numbers"; readonly numbers: readonly number[] }
  /** Every CPU, however many there are. */
  | { readonly kind: "all" }
  /** Depends on the host in a way that only Xen resolves. */
  | { readonly kind: "unresolved" };

export function parseCpuSet(text: string): CpuSet {
  if (/^(nodes?:)?all$/.test(text)) return { kind: "all" };
  const numbers = cpusOf(text);
  return numbers === undefined ? { kind: "unresolved" } : { kind: "numbers", numbers };
}

/** Ranges in ascending order: `0-1,3`. */
export function formatCpuSet(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const cpu of numbers) {
    const range = ranges.at(-1);
    if (range !== undefined && range[1] === cpu - 1) range[1] = cpu;
    else ranges.push([cpu, cpu]);
  }
  return ranges
    .map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`))
    .join(",");
}
