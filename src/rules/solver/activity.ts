/**
 * Which variables were in recent conflicts: a heap with the busiest on top (VSIDS, as MiniSat has it).
 *
 * Ties are broken by the variable's number, so that the same input gives the same search.
 */

const growth = 1 / 0.95;
const tooLarge = 1e100;

export class Activity {
  private readonly scores: number[] = [];
  private readonly heap: number[] = [];
  private readonly places: number[] = [];
  private increment = 1;

  /** Variables are added in the order of their numbers. */
  add(): void {
    this.scores.push(0);
    this.places.push(-1);
  }

  bump(variable: number): void {
    const score = (this.scores[variable] as number) + this.increment;
    this.scores[variable] = score;
    if (score > tooLarge) this.rescale();
    const place = this.places[variable] as number;
    if (place < 0) this.insert(variable);
    else this.up(place);
  }

  /** What was bumped before counts for less from here on. */
  decay(): void {
    this.increment *= growth;
  }

  /** Puts a variable back that lost its value; one that was never in a conflict stays out. */
  restore(variable: number): void {
    if ((this.scores[variable] as number) > 0 && (this.places[variable] as number) < 0) {
      this.insert(variable);
    }
  }

  /** Takes the busiest variable off the heap. */
  pop(): number | undefined {
    const top = this.heap[0];
    const last = this.heap.pop();
    if (top === undefined || last === undefined) return undefined;
    this.places[top] = -1;
    if (top !== last) {
      this.heap[0] = last;
      this.places[last] = 0;
      this.down(0);
    }
    return top;
  }

  private insert(variable: number): void {
    this.places[variable] = this.heap.length;
    this.heap.push(variable);
    this.up(this.heap.length - 1);
  }

  private up(from: number): void {
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!this.isAbove(place, parent)) return;
      this.swap(place, parent);
      place = parent;
    }
  }

  private down(from: number): void {
    let place = from;
    for (;;) {
      let best = place;
      const left = 2 * place + 1;
      if (left < this.heap.length && this.isAbove(left, best)) best = left;
      if (left + 1 < this.heap.length && this.isAbove(left + 1, best)) best = left + 1;
      if (best === place) return;
      this.swap(place, best);
      place = best;
    }
  }

  private isAbove(left: number, right: number): boolean {
    const one = this.heap[left] as number;
    const other = this.heap[right] as number;
    const difference = (this.scores[one] as number) - (this.scores[other] as number);
    return difference === 0 ? one < other : difference > 0;
  }

  private swap(left: number, right: number): void {
    const one = this.heap[left] as number;
    const other = this.heap[right] as number;
    this.heap[left] = other;
    this.heap[right] = one;
    this.places[other] = left;
    this.places[one] = right;
  }

  private rescale(): void {
    for (let i = 0; i < this.scores.length; i++)
      this.scores[i] = (this.scores[i] as number) * 1e-100;
    this.increment *= 1e-100;
  }
}
