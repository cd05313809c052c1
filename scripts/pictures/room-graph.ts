/** The rooms of src as a graph in rows: who imports stands above whom it imports. */

/** Room → rooms that it imports. */
export type RoomImports = ReadonlyMap<string, ReadonlySet<string>>;

export interface RoomGraph {
  /** Top row first; what stands in a row is a room, or a place where a line passes by. */
  readonly rows: readonly (readonly Slot[])[];
  readonly lines: readonly Line[];
}

export interface Slot {
  readonly room: string | undefined;
  /** From the left edge, of its middle. */
  x: number;
}

/** From a room down to one that it imports, through the rows between them. */
export type Line = readonly Slot[];

export const boxWidth = 124;
const passWidth = 26;

/** The room of a file of src; undefined for what is in none. */
function roomOf(file: string): string | undefined {
  return /^src\/([^/]+)\//.exec(file)?.[1];
}

export function roomImports(imports: Iterable<readonly [from: string, to: string]>): RoomImports {
  const found = new Map<string, Set<string>>();
  for (const [from, to] of imports) {
    const [room, other] = [roomOf(from), roomOf(to)];
    for (const one of [room, other])
      if (one !== undefined && !found.has(one)) found.set(one, new Set());
    if (room !== undefined && other !== undefined && room !== other) found.get(room)?.add(other);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function arrangeRooms(imports: RoomImports): RoomGraph {
  const rank = ranks(imports);
  const highest = Math.max(...rank.values());
  const rows: Slot[][] = Array.from({ length: highest + 1 }, () => []);
  const slots = new Map<string, Slot>();
  for (const room of imports.keys()) {
    const slot: Slot = { room, x: 0 };
    slots.set(room, slot);
    rows[highest - (rank.get(room) ?? 0)]?.push(slot);
  }
  const lines: Line[] = [];
  for (const [from, to] of necessaryLines(imports)) {
    const top = highest - (rank.get(from) ?? 0);
    const bottom = highest - (rank.get(to) ?? 0);
    const between = rows.slice(top + 1, bottom).map((row) => {
      const slot: Slot = { room: undefined, x: 0 };
      row.push(slot);
      return slot;
    });
    lines.push([slots.get(from) as Slot, ...between, slots.get(to) as Slot]);
  }
  order(rows, lines);
  return { rows, lines };
}

/** The longest way down from each room. */
function ranks(imports: RoomImports): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  const rankOf = (room: string): number => {
    const done = known.get(room);
    if (done !== undefined) return done;
    const below = [...(imports.get(room) ?? [])].map(rankOf);
    const rank = below.length === 0 ? 0 : Math.max(...below) + 1;
    known.set(room, rank);
    return rank;
  };
  for (const room of imports.keys()) rankOf(room);
  return known;
}

/** Imports that no other import leads to: the others would hide the picture behind lines. */
function necessaryLines(imports: RoomImports): readonly (readonly [string, string])[] {
  const reached = (from: string, to: string): boolean =>
    [...(imports.get(from) ?? [])].some((next) => next === to || reached(next, to));
  return [...imports].flatMap(([from, all]) =>
    [...all]
      .filter((to) => ![...all].some((other) => other !== to && reached(other, to)))
      .sort()
      .map((to) => [from, to] as const),
  );
}

/** Each slot goes to the middle of its neighbours, downwards and upwards in turns, until nothing is gained. */
function order(rows: Slot[][], lines: readonly Line[]): void {
  const neighbours = new Map<Slot, Slot[]>();
  const join = (one: Slot, other: Slot): void => {
    neighbours.set(one, [...(neighbours.get(one) ?? []), other]);
  };
  for (const line of lines) {
    for (const [index, slot] of line.slice(1).entries()) {
      join(slot, line[index] as Slot);
      join(line[index] as Slot, slot);
    }
  }
  for (const row of rows) place(row);
  for (let turn = 0; turn < 24; turn++) {
    for (const row of turn % 2 === 0 ? rows : rows.toReversed()) {
      const middle = new Map(row.map((slot) => [slot, middleOf(slot, neighbours.get(slot) ?? [])]));
      row.sort((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0));
      place(row);
    }
  }
}

function middleOf(slot: Slot, others: readonly Slot[]): number {
  if (others.length === 0) return slot.x;
  return others.reduce((sum, { x }) => sum + x, 0) / others.length;
}

/** Side by side, around 0. */
function place(row: readonly Slot[]): void {
  const widths = row.map(({ room }) => (room === undefined ? passWidth : boxWidth + 18));
  let x = -widths.reduce((sum, width) => sum + width, 0) / 2;
  for (const [index, slot] of row.entries()) {
    const width = widths[index] ?? 0;
    slot.x = x + width / 2;
    x += width;
  }
}
