/** Sets of processors as `pattern.cpuList` has them. */

/** The numbers in the set, ascending; undefined if it names nodes or all, which only the host can count. */
export function cpusOf(list: string): readonly number[] | undefined {
  const cpus = new Set<number>();
  for (const item of list.split(",")) {
    const [, not, first, last] = /^(\^?)([0-9]+)(?:-([0-9]+))?$/.exec(item) ?? [];
    if (first === undefined) return undefined;
    for (let cpu = Number(first); cpu <= Number(last ?? first); cpu++) {
      if (not === "^") cpus.delete(cpu);
      else cpus.add(cpu);
    }
  }
  return [...cpus].toSorted((left, right) => left - right);
}
