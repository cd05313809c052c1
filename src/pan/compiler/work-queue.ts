/** Names that wait for a thread, in order; any of them can be taken out. */

export class WorkQueue {
  private names = new Set<string>();

  constructor(names: Iterable<string> = []) {
    this.add(...names);
  }

  get size(): number {
    return this.names.size;
  }

  add(...names: readonly string[]): void {
    for (const name of names) this.names.add(name);
  }

  addFirst(name: string): void {
    this.names = new Set([name, ...this.names]);
  }

  take(): string | undefined {
    for (const name of this.names) {
      this.names.delete(name);
      return name;
    }
    return undefined;
  }

  /** Whether it was among them. */
  remove(name: string): boolean {
    return this.names.delete(name);
  }
}
