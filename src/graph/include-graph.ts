/**
 * Who includes whom.
 *
 * Over all templates it is read off their texts: a name stands for every template of that name, wherever the load path
 * of a profile finds it; a name that is put together leads to all that it can be, or to a node of its own. For one
 * profile it is what the compiler did.
 */

import type { CallLogEntry } from "../pan/evaluator/services.ts";
import { type Graph, GraphBuilder, type GraphNode } from "./graph.ts";
import type { TemplateFacts, TemplateUse } from "./template-facts.ts";

export function includeGraph(templates: readonly TemplateFacts[]): Graph {
  const builder = new GraphBuilder();
  for (const template of templates) builder.node(templateNode(template));
  const names = [...new Set(templates.map(({ name }) => name))];
  const all = templates.flatMap(({ uses }) => uses);
  const wanted = new Set(all.flatMap(({ name, isOptional }) => (isOptional ? [] : [name])));
  for (const use of all) {
    const { name } = use;
    if (name !== undefined && !builder.has(name)) {
      builder.node(missingNode(name, wanted.has(name) ? "missing" : "absent"));
    }
  }
  for (const { name, uses } of templates) {
    for (const use of uses) addUse(builder, name, use, names);
  }
  return builder.finish("includes");
}

function templateNode({ name, kind, place }: TemplateFacts): Omit<GraphNode, "inCycle"> {
  return { id: name, label: name, kind, places: [place] };
}

function missingNode(id: string, kind: "missing" | "absent"): Omit<GraphNode, "inCycle"> {
  return { id, label: id, kind, places: [] };
}

/** A name that can be nearly anything leads nowhere. */
const mostCandidates = 40;

function addUse(
  builder: GraphBuilder,
  from: string,
  { kind, name, pattern, text, isConditional, place }: TemplateUse,
  names: readonly string[],
): void {
  const edge = { from, kind, label: undefined, places: [place] };
  if (name !== undefined) {
    builder.edge({ ...edge, to: name, isConditional });
    return;
  }
  const rule = pattern === undefined ? undefined : new RegExp(`^(?:${pattern})$`);
  const candidates = rule === undefined ? [] : names.filter((one) => rule.test(one));
  if (candidates.length > 0 && candidates.length <= mostCandidates) {
    for (const to of candidates) builder.edge({ ...edge, to, label: text, isConditional: true });
    return;
  }
  const id = `(${text})`;
  builder.node({ id, label: text, kind: "dynamic", places: [] });
  builder.edge({ ...edge, to: id, isConditional: true });
}

/** Takes note of what the compiler includes, for one profile at a time. */
export class IncludeLog {
  private readonly builder = new GraphBuilder();
  private readonly counts = new Map<string, number>();
  private stack: string[] = [];

  begin(profile: string, place: GraphNode["places"][number]): void {
    this.stack = [profile];
    this.builder.node({ id: profile, label: profile, kind: "object", places: [place] });
  }

  readonly note = ({ event, label, template }: CallLogEntry): void => {
    if (event === "EXIT") {
      this.stack.pop();
      return;
    }
    const from = this.stack.at(-1);
    const isCall = label.startsWith("function ");
    // A function belongs to whoever calls it.
    this.stack.push(isCall ? (from ?? template.name) : template.name);
    if (isCall || from === undefined) return;
    const { name, kind, nameSpan } = template;
    this.builder.node({ id: name, label: name, kind, places: [nameSpan] });
    const key = JSON.stringify([from, name, kind]);
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  };

  /** Templates that were looked for and are not there; a profile that is sound can do without. */
  missing(profile: string, names: readonly string[], isSound: boolean): void {
    for (const name of names) {
      if (this.builder.has(name)) continue;
      this.builder.node(missingNode(name, isSound ? "absent" : "missing"));
      this.builder.edge({
        from: profile,
        to: name,
        kind: "include",
        isConditional: true,
        label: undefined,
        places: [],
      });
    }
  }

  graph(): Graph {
    for (const [key, count] of this.counts) {
      const [from, to, kind] = JSON.parse(key) as [string, string, string];
      // A unique or declaration template does something the first time only.
      const again = kind === "unique" || kind === "declaration" ? "once" : `${count} times`;
      this.builder.edge({
        from,
        to,
        kind: kind === "structure" ? "create" : "include",
        isConditional: false,
        label: count === 1 ? undefined : again,
        places: [],
      });
    }
    return this.builder.finish("includes");
  }
}
