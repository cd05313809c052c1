/** Properties of the syntax tree: places lie inside the text, children inside parents, and parsing repeats. */

import { parseTemplate } from "../../../src/pan/syntax/parse-template.ts";
import { root } from "../memory-source.ts";
import { difference } from "./difference.ts";
import type { Outcome, Property } from "./property.ts";

export const syntaxProperties: readonly Property[] = [
  {
    name: "places of the syntax tree",
    every: 1,
    violation: ({ parsed }) =>
      firstOf(parsed, ({ text, compile, editor }) =>
        firstOf([compile, editor], ({ template }) => misplacedNode(template, text.length)),
      ),
  },
  {
    name: "statements in the order of the text",
    every: 1,
    violation: ({ parsed }) =>
      firstOf(parsed, ({ compile }) => {
        let end = 0;
        for (const { kind, start, end: next } of compile.template.statements) {
          if (start < end) return `${kind} begins at ${start}, before ${end}`;
          end = next;
        }
        return undefined;
      }),
  },
  {
    name: "editor mode finds an error where compile mode does",
    every: 1,
    violation: ({ parsed }) =>
      firstOf(parsed, ({ name, compile, editor }) =>
        hasError(compile) === hasError(editor) ? undefined : `only one mode refuses ${name}`,
      ),
  },
  {
    name: "the same text gives the same syntax tree",
    every: 8,
    violation: ({ parsed, fuzzCase }) =>
      firstOf(parsed, ({ name, text, compile }) => {
        const { dialect } = fuzzCase;
        const again = parseTemplate(text, { file: `${root}/${name}`, dialect, mode: "compile" });
        return difference(compile, again);
      }),
  },
];

function hasError({ diagnostics }: Outcome["parsed"][number]["compile"]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

function firstOf<Item>(
  items: readonly Item[],
  check: (item: Item) => string | undefined,
): string | undefined {
  for (const item of items) {
    const found = check(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface Placed {
  readonly kind?: string;
  readonly start: number;
  readonly end: number;
}

/** Walks without recursion: a tree may be deeper than the stack. */
function misplacedNode(top: Placed, length: number): string | undefined {
  const within: Placed = { kind: "text", start: 0, end: length };
  const pending: { readonly node: object; readonly parent: Placed }[] = [];
  pending.push({ node: top, parent: within });
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    const { node, parent } = item;
    const placed = isPlaced(node) ? node : undefined;
    // Annotations stand in front of what they describe.
    const limits = placed?.kind === "Annotation" ? within : parent;
    if (placed !== undefined && !isInside(placed, limits)) {
      return `${spell(placed)} is not inside ${spell(limits)}`;
    }
    for (const child of childrenOf(node)) pending.push({ node: child, parent: placed ?? parent });
  }
  return undefined;
}

function childrenOf(node: object): readonly object[] {
  return Object.values(node).filter((value) => typeof value === "object" && value !== null);
}

function isPlaced(value: object): value is Placed {
  return "start" in value && "end" in value;
}

function isInside({ start, end }: Placed, parent: Placed): boolean {
  return parent.start <= start && start <= end && end <= parent.end;
}

function spell({ kind, start, end }: Placed): string {
  return `${kind ?? "a name"} ${start}..${end}`;
}
