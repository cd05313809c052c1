/**
 * A graph for programs: one JSON document.
 *
 *     { "view": "includes",                       or "paths", "rules"
 *       "nodes": [ { "id": "site/defaults", "label": "site/defaults",
 *                    "kind": "ordinary",          object, ordinary, unique, declaration, structure, path, package, rule;
 *                                                 missing: named and not there; absent: not there, and only
 *                                                 asked for with if_exists; dynamic: a name that is put together
 *                    "cycle": true,               only for what leads back to itself
 *                    "places": [ { "file": "…", "line": 1, "column": 10 } ] } ],
 *       "edges": [ { "from": "web", "to": "site/defaults",
 *                    "kind": "include",           create, sets, requires, conflicts, suggests, provides
 *                    "conditional": true,         only for what need not happen
 *                    "label": "…", "places": [ … ] } ] }
 */

import type { Graph } from "../graph/graph.ts";
import type { Span } from "../text/span.ts";
import type { Place, Places } from "./places.ts";

export function graphJson({ title, nodes, edges }: Graph, places: Places): object {
  const placesOf = (spans: readonly Span[]): readonly Place[] =>
    spans.flatMap((span) => places.of(span) ?? []);
  return {
    view: title,
    nodes: nodes.map(({ id, label, kind, inCycle, places: spans }) => ({
      id,
      label,
      kind,
      cycle: inCycle ? true : undefined,
      places: placesOf(spans),
    })),
    edges: edges.map(({ from, to, kind, isConditional, label, places: spans }) => ({
      from,
      to,
      kind,
      conditional: isConditional ? true : undefined,
      label,
      places: placesOf(spans),
    })),
  };
}
