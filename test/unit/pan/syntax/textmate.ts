/** A small TextMate engine: enough to see what an editor colours. It knows match, begin/end, captures and include. */

export interface Colour {
  readonly text: string;
  /** The innermost scope; the empty string for text without one. */
  readonly scope: string;
}

export interface TextMateRule {
  readonly include?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly name?: string;
  readonly contentName?: string;
  readonly captures?: TextMateCaptures;
  readonly beginCaptures?: TextMateCaptures;
  readonly endCaptures?: TextMateCaptures;
  readonly patterns?: readonly TextMateRule[];
}

export interface TextMateGrammar {
  readonly patterns: readonly TextMateRule[];
  readonly repository: Readonly<Record<string, TextMateRule>>;
}

type TextMateCaptures = Readonly<Record<string, { readonly name: string }>>;

interface Open {
  readonly rule: TextMateRule;
  readonly end: string;
  /** Where it was begun in the current line; `\G` matches there. */
  anchor: number;
}

interface Hit {
  readonly found: RegExpExecArray;
  readonly rule: TextMateRule;
  readonly closes: boolean;
}

/** The colours of each line. */
export function colour(grammar: TextMateGrammar, text: string): readonly (readonly Colour[])[] {
  const stack: Open[] = [];
  return text.split("\n").map((line) => {
    for (const open of stack) open.anchor = -1;
    return colourLine(grammar, stack, line);
  });
}

function colourLine(grammar: TextMateGrammar, stack: Open[], line: string): readonly Colour[] {
  const colours: Colour[] = [];
  let at = 0;
  const add = (until: number, scope: string): void => {
    if (until > at) colours.push({ text: line.slice(at, until), scope });
    at = until;
  };
  // An empty match that opens or closes something makes progress too; the bound stops a grammar that does not.
  for (let steps = 0; steps < 10 * line.length + 10; steps++) {
    const hit = nearest(grammar, stack, line, at);
    if (hit === undefined) break;
    add(hit.found.index, scopeOf(stack));
    if (hit.closes) stack.pop();
    paint(hit, add, scopeOf(stack));
    if (!hit.closes && hit.rule.begin !== undefined) {
      stack.push({ rule: hit.rule, end: endPattern(hit.rule, hit.found), anchor: at });
    } else if (!hit.closes && hit.found[0] === "") break;
  }
  add(line.length, scopeOf(stack));
  return colours;
}

function nearest(
  grammar: TextMateGrammar,
  stack: readonly Open[],
  line: string,
  at: number,
): Hit | undefined {
  const top = stack.at(-1);
  const anchor = top?.anchor ?? -1;
  let best: Hit | undefined;
  const consider = (source: string, rule: TextMateRule, closes: boolean): void => {
    const found = search(source, line, at, anchor);
    if (found !== undefined && (best === undefined || found.index < best.found.index)) {
      best = { found, rule, closes };
    }
  };
  if (top !== undefined) consider(top.end, top.rule, true);
  for (const rule of expand(grammar, top === undefined ? grammar.patterns : top.rule.patterns)) {
    consider(rule.match ?? rule.begin ?? "", rule, false);
  }
  return best;
}

function search(
  source: string,
  line: string,
  at: number,
  anchor: number,
): RegExpExecArray | undefined {
  const atAnchor = source.includes("\\G");
  const pattern = new RegExp(source.replaceAll("\\G", ""), atAnchor ? "dy" : "dg");
  pattern.lastIndex = at;
  const found = pattern.exec(line);
  return found === null || (atAnchor && found.index !== anchor) ? undefined : found;
}

function expand(
  grammar: TextMateGrammar,
  rules: readonly TextMateRule[] = [],
): readonly TextMateRule[] {
  return rules.flatMap((rule) => {
    if (rule.include !== undefined) {
      const target = grammar.repository[rule.include.slice(1)];
      if (target === undefined) throw new Error(`The grammar has no ${rule.include}.`);
      return expand(grammar, [target]);
    }
    return rule.match === undefined && rule.begin === undefined
      ? expand(grammar, rule.patterns)
      : [rule];
  });
}

function paint(hit: Hit, add: (until: number, scope: string) => void, outer: string): void {
  const { found, rule, closes } = hit;
  const captures = rule.captures ?? (closes ? rule.endCaptures : rule.beginCaptures) ?? {};
  const own = rule.name ?? outer;
  for (const [group, { name }] of Object.entries(captures)) {
    const range = found.indices?.[Number(group)];
    if (range === undefined) continue;
    add(range[0], own);
    add(range[1], name);
  }
  add(found.index + found[0].length, own);
}

function endPattern(rule: TextMateRule, begun: RegExpExecArray): string {
  return (rule.end ?? "$").replace(/\\(\d)/g, (_, group: string) => begun[Number(group)] ?? "");
}

function scopeOf(stack: readonly Open[]): string {
  for (const { rule } of stack.toReversed()) {
    const scope = rule.contentName ?? rule.name;
    if (scope !== undefined) return scope === "meta.embedded.pan" ? "" : scope;
  }
  return "";
}
