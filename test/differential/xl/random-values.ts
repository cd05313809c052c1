/** Random values that many parts of a machine have. */
import type { Random } from "../random.ts";

/** Which machines are wanted. */
export interface MachineWish {
  /** Whether the machine may use what only Xen knows. */
  readonly onlyXen: boolean;
}

/** The value, or now and then nothing. */
export function maybe<Value>(
  random: Random,
  probability: number,
  make: () => Value,
): Value | undefined {
  return random.chance(probability) ? make() : undefined;
}

/** A record without the fields that are undefined. */
export function compact<Whole extends object>(
  fields: {
    readonly [Key in keyof Whole]: Whole[Key] | undefined;
  },
): Whole {
  // Leaving out what is undefined makes it the type that it was declared for.
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Whole;
}

/** A map, or nothing where it would be empty. */
export function mapOf<Item>(
  entries: readonly (readonly [string, Item])[],
): ReadonlyMap<string, Item> | undefined {
  return entries.length === 0 ? undefined : new Map(entries);
}

export function listOf<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items;
}

/** Some of the items, each at most once, in their order. */
export function some<Item>(
  random: Random,
  items: readonly Item[],
  probability: number,
): readonly Item[] {
  return items.filter(() => random.chance(probability));
}

export function between(random: Random, least: number, most: number): number {
  return least + random.int(most - least + 1);
}

export function boolean(random: Random): boolean {
  return random.chance(0.5);
}

const nasty = ['"', "'", "\\", "$HOME", "#", ";", "é", "<a&b>", "%s", "]]>", "&amp;", "\\n", "x=y"];

/** One line with characters that a careless writer would trip over; blanks are inside only. */
export function line(random: Random): string {
  const parts = random.times(between(random, 1, 4), () =>
    random.pick([...nasty, "quiet", "ro", "console=hvc0", "a,b"]),
  );
  return parts.join(" ");
}

/** A path of a host; those of devices' specifications have no commas. */
export function path(random: Random, ending: string): string {
  const folder = random.pick(["/srv/vm", "/var/lib/xen", "/mnt/a b", "/opt/é", "/x'y", "/q\\z"]);
  return `${folder}/${random.pick(["a", "web", "db.1", "x=y", "n-0"])}${between(random, 0, 999)}${ending}`;
}

/** A path for a program: as above, without blanks. */
export function plainPath(random: Random, ending: string): string {
  return `/srv/${random.pick(["a", "web", "db.1", "n-0"])}${between(random, 0, 999)}${ending}`;
}

export function domainName(random: Random): string {
  return random.pick(["storage1", "net-vm", "usb.vm", "dom1"]);
}

export function userName(random: Random): string {
  return random.pick(["nobody", "xen-dm", "_vm1"]);
}

export function hex(random: Random, digits: number): string {
  return random.times(digits, () => "0123456789abcdef".charAt(random.int(16))).join("");
}

export function uuid(random: Random): string {
  return [8, 4, 4, 4, 12].map((digits) => hex(random, digits)).join("-");
}

/** CPUs of a host that has eight. */
export function cpuList(random: Random): string {
  const last = between(random, 1, 7);
  return random.pick(["all", String(last), `0-${last}`, `0-${last},^${last}`, `0,${last}`]);
}

/** Where a secret is, which the tests can read. */
export function secret(random: Random): string {
  return random.pick(["file:/etc/vmcs/secret", "env:VM_SECRET"]);
}
