/** Circles in a graph: strongly connected components, by Tarjan's algorithm. */

interface Edge {
  readonly from: string;
  readonly to: string;
}

/** Nodes from which a way leads back to them: parts of a component with others, or with an edge to themselves. */
export function nodesInCycles(ids: readonly string[], edges: readonly Edge[]): ReadonlySet<string> {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const known = next.get(from);
    if (known === undefined) next.set(from, [to]);
    else known.push(to);
  }
  const search = new Search(next);
  for (const id of ids) search.from(id);
  const circles = search.components.filter(
    ([first = "", ...others]) => others.length > 0 || next.get(first)?.includes(first) === true,
  );
  return new Set(circles.flat());
}

interface Visit {
  readonly id: string;
  readonly index: number;
  low: number;
  isOpen: boolean;
  nextChild: number;
}

/** It keeps its own stack, as chains of includes may be longer than the call stack is deep. */
class Search {
  readonly components: (readonly string[])[] = [];
  private readonly next: ReadonlyMap<string, readonly string[]>;
  private readonly visits = new Map<string, Visit>();
  private readonly open: Visit[] = [];

  constructor(next: ReadonlyMap<string, readonly string[]>) {
    this.next = next;
  }

  from(start: string): void {
    if (this.visits.has(start)) return;
    const way = [this.begin(start)];
    for (let visit = way.at(-1); visit !== undefined; visit = way.at(-1)) {
      const child = this.next.get(visit.id)?.[visit.nextChild++];
      if (child === undefined) {
        way.pop();
        this.leave(visit, way.at(-1));
        continue;
      }
      const known = this.visits.get(child);
      if (known === undefined) way.push(this.begin(child));
      else if (known.isOpen) visit.low = Math.min(visit.low, known.index);
    }
  }

  private begin(id: string): Visit {
    const index = this.visits.size;
    const visit: Visit = { id, index, low: index, isOpen: true, nextChild: 0 };
    this.visits.set(id, visit);
    this.open.push(visit);
    return visit;
  }

  private leave(visit: Visit, above: Visit | undefined): void {
    if (above !== undefined) above.low = Math.min(above.low, visit.low);
    if (visit.low !== visit.index) return;
    const members = this.open.splice(this.open.indexOf(visit));
    for (const member of members) member.isOpen = false;
    this.components.push(members.map(({ id }) => id));
  }
}
