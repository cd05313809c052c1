/**
 * `${name}` in texts, as the substitutor of Apache Commons Lang does it: the value may hold further references,
 * the name too; `${name:-default}` has a default, `$${name}` is left as `${name}`.
 */

export type SubstitutionProblem = { readonly kind: "cycle"; readonly names: readonly string[] };

/** `lookUp` ends the substitution itself, by throwing, if it knows no value. */
export function substitute(
  text: string,
  lookUp: (name: string) => string | undefined,
): string | SubstitutionProblem {
  try {
    return expand(text, lookUp, []);
  } catch (error) {
    if (error instanceof Cycle) return { kind: "cycle", names: error.names };
    throw error;
  }
}

class Cycle {
  readonly names: readonly string[];

  constructor(names: readonly string[]) {
    this.names = names;
  }
}

function expand(
  text: string,
  lookUp: (name: string) => string | undefined,
  within: readonly string[],
): string {
  let result = "";
  let from = 0;
  for (let start = text.indexOf("${"); start >= 0; start = text.indexOf("${", from)) {
    if (text[start - 1] === "$" && start - 1 >= from) {
      result += `${text.slice(from, start - 1)}\${`;
      from = start + 2;
      continue;
    }
    const end = text.indexOf("}", start + 2);
    if (end < 0) break;
    const [name, fallback] = splitDefault(text.slice(start + 2, end));
    if (within.includes(name)) throw new Cycle([...within, name]);
    const value = lookUp(name) ?? fallback;
    result += text.slice(from, start);
    result +=
      value === undefined ? text.slice(start, end + 1) : expand(value, lookUp, [...within, name]);
    from = end + 1;
  }
  return result + text.slice(from);
}

function splitDefault(reference: string): readonly [string, string | undefined] {
  const at = reference.indexOf(":-");
  return at < 0 ? [reference, undefined] : [reference.slice(0, at), reference.slice(at + 2)];
}
