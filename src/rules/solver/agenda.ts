/** How far the search has looked through its wishes and its due clauses; goes back with the levels. */
import { compareWishes, type WishEntry } from "./wish-list.ts";

interface Position {
  wish: number;
  /** Index in the trail of the variable whose due clauses are looked at, and how many of them are done. */
  variable: number;
  clause: number;
}

interface Level {
  readonly position: Position;
  /** The wish that the level's decision fulfils; none if it chose among alternatives. */
  readonly wish: WishEntry | undefined;
}

export class Agenda {
  position: Position = { wish: 0, variable: 0, clause: 0 };
  private readonly levels: Level[] = [];
  /** How many levels from the first fulfil wishes in their order: nearly always all that fulfil wishes. */
  private ordered = 0;

  openLevel(wish: WishEntry | undefined): void {
    const last = this.levels.at(-1)?.wish;
    const isNext = wish !== undefined && (last === undefined || compareWishes(last, wish) < 0);
    if (isNext && this.ordered === this.levels.length) this.ordered++;
    this.levels.push({ position: { ...this.position }, wish });
  }

  backTo(level: number): void {
    const opened = this.levels[level];
    if (opened === undefined) return;
    this.position = opened.position;
    this.levels.length = level;
    this.ordered = Math.min(this.ordered, level);
  }

  /** Looks at a wish that was put at this index, at whatever level the search is or goes back to. */
  wishAdded(index: number): void {
    this.position.wish = Math.min(this.position.wish, index);
    // Positions never decrease from level to level.
    for (let i = this.levels.length - 1; i >= 0; i--) {
      const { position } = this.levels[i] as Level;
      if (position.wish <= index) return;
      position.wish = index;
    }
  }

  /** How many levels from the first fulfil wishes. */
  wishLevels(): number {
    return this.levelsWhile(this.ordered, () => true);
  }

  /** How many levels from the first fulfil wishes that come before the given one. */
  levelsBefore(wish: WishEntry): number {
    const isBefore = (other: WishEntry): boolean => compareWishes(other, wish) < 0;
    let low = 0;
    let high = this.ordered;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(this.levels[middle]?.wish as WishEntry)) low = middle + 1;
      else high = middle;
    }
    return low < this.ordered ? low : this.levelsWhile(low, isBefore);
  }

  private levelsWhile(start: number, condition: (wish: WishEntry) => boolean): number {
    let count = start;
    for (;;) {
      const wish = this.levels[count]?.wish;
      if (wish === undefined || !condition(wish)) return count;
      count++;
    }
  }
}
