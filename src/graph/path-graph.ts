/** Who sets what: templates and the paths that they write. */

import { Dict } from "../pan/tree/dict.ts";
import { List } from "../pan/tree/list.ts";
import { formatTerms } from "../pan/tree/path.ts";
import type { Origin, Provenance } from "../pan/tree/provenance.ts";
import type { Term } from "../pan/tree/term.ts";
import type { Value } from "../pan/tree/value.ts";
import { type Graph, GraphBuilder } from "./graph.ts";
import type { TemplateFacts } from "./template-facts.ts";

/** All assignments, as they are written. */
export function pathGraph(templates: readonly TemplateFacts[]): Graph {
  const builder = new GraphBuilder();
  for (const { name, kind, place, writes } of templates) {
    if (writes.length === 0) continue;
    builder.node({ id: name, label: name, kind, places: [place] });
    for (const { path, isConditional, isFinal, place: at } of writes) {
      // What a structure template sets is somewhere else each time.
      const id = path.startsWith("/") ? path : `${name}: ${path}`;
      builder.node({ id, label: path, kind: "path", places: [] });
      builder.edge({
        from: name,
        to: id,
        kind: "sets",
        isConditional,
        label: isFinal ? "final" : isConditional ? "?=" : undefined,
        places: [at],
      });
    }
  }
  return builder.finish("paths");
}

export interface WrittenProfile {
  readonly name: string;
  readonly root: Dict;
  readonly provenance: Provenance;
}

/** Of profiles: who has written what is there in the end; a path stands for all below it that has the same writer. */
export function writtenPathGraph(
  profiles: readonly WrittenProfile[],
  templates: ReadonlyMap<string, TemplateFacts>,
): Graph {
  const builder = new GraphBuilder();
  for (const { root, provenance } of profiles) {
    const walk = (terms: readonly Term[], value: Value): void => {
      const origin = provenance.origin(terms);
      const parts = childrenOf(value);
      const isWhole = parts.every(([term]) => provenance.origin([...terms, term]) === origin);
      const deeper =
        isWhole &&
        parts.some(([term, part]) => hasOtherWriter([...terms, term], part, origin, provenance));
      if (parts.length > 0 && (!isWhole || deeper)) {
        for (const [term, part] of parts) walk([...terms, term], part);
        return;
      }
      if (terms.length > 0) addWrite(builder, formatTerms(terms), origin, templates);
    };
    walk([], root);
  }
  return builder.finish("paths");
}

function hasOtherWriter(
  terms: readonly Term[],
  value: Value,
  origin: Origin | undefined,
  provenance: Provenance,
): boolean {
  return childrenOf(value).some(([term, part]) => {
    const below = [...terms, term];
    return provenance.origin(below) !== origin || hasOtherWriter(below, part, origin, provenance);
  });
}

function addWrite(
  builder: GraphBuilder,
  path: string,
  origin: Origin | undefined,
  templates: ReadonlyMap<string, TemplateFacts>,
): void {
  if (origin === undefined) return;
  const template = templates.get(origin.span.file);
  const id = template?.name ?? origin.span.file;
  const places = template === undefined ? [] : [template.place];
  builder.node({ id, label: id, kind: template?.kind ?? "ordinary", places });
  builder.node({ id: path, label: path, kind: "path", places: [] });
  builder.edge({
    from: id,
    to: path,
    kind: "sets",
    isConditional: false,
    label: origin.kind === "default" ? "default" : undefined,
    places: [origin.span],
  });
}

function childrenOf(value: Value): readonly (readonly [Term, Value])[] {
  if (value instanceof Dict) {
    return value.keys().map((key) => [key, value.peek(key) as Value] as const);
  }
  if (!(value instanceof List)) return [];
  return Array.from(
    { length: value.size },
    (_, index) => [index, value.peek(index) as Value] as const,
  );
}
