/**
 * `${name}` in texts, as the substitutor of Apache Commons Lang does it.
 *
 * The value of a reference is searched for references itself. A `$` before a reference takes its meaning away and
 * vanishes. The part of a name from `:-` on is not looked up.
 */

/** A reference leads back to itself; the names in the order in which they were met. */
export interface SubstitutionCycle {
  readonly names: readonly string[];
}

/** The text with its references replaced. `lookUp` ends the substitution by throwing if it knows no value. */
export function substitute(
  text: string,
  lookUp: (name: string) => string,
): string | SubstitutionCycle {
  const substitution = new Substitution(text, lookUp);
  substitution.run(0, text.length);
  return substitution.cycle ?? substitution.text;
}

class Substitution {
  text: string;
  cycle: SubstitutionCycle | undefined;
  private readonly lookUp: (name: string) => string;
  private readonly open: string[] = [];

  constructor(text: string, lookUp: (name: string) => string) {
    this.text = text;
    this.lookUp = lookUp;
  }

  /** Replaces the references of a part; gives where the part ends then. */
  run(start: number, end: number): number {
    let partEnd = end;
    let at = this.find("${", start, partEnd);
    while (at >= 0 && this.cycle === undefined) {
      if (at > start && this.text[at - 1] === "$") {
        this.splice(at - 1, at, "");
        partEnd--;
      } else {
        const close = this.find("}", at + 2, partEnd);
        if (close < 0) break;
        const after = this.replaceReference(at, close);
        partEnd += after - (close + 1);
        at = after;
      }
      at = this.find("${", at, partEnd);
    }
    return partEnd;
  }

  /** Puts a reference's value in its place; gives where that ends. */
  private replaceReference(start: number, close: number): number {
    const name = nameOf(this.text.slice(start + 2, close));
    if (this.open.includes(name)) {
      this.cycle = { names: [...this.open, name] };
      return close + 1;
    }
    const value = this.lookUp(name);
    this.splice(start, close + 1, value);
    this.open.push(name);
    const end = this.run(start, start + value.length);
    this.open.pop();
    return end;
  }

  /** Where a mark stands whole inside of a part. */
  private find(mark: string, start: number, end: number): number {
    const at = this.text.indexOf(mark, start);
    return at >= 0 && at + mark.length <= end ? at : -1;
  }

  private splice(start: number, end: number, replacement: string): void {
    this.text = this.text.slice(0, start) + replacement + this.text.slice(end);
  }
}

/** A name that holds the beginning of another reference is taken whole. */
function nameOf(reference: string): string {
  const fallback = reference.indexOf(":-");
  const inner = reference.indexOf("${");
  return fallback < 0 || (inner >= 0 && inner < fallback)
    ? reference
    : reference.slice(0, fallback);
}
