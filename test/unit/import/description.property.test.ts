/** Random models, the descriptions that are written of them, and what the compiler reads out of these. */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ImportedRoots, writeDescription } from "../../../src/import/description.ts";
import { isPanKey } from "../../../src/import/pan-text.ts";
import type { TemplateCache } from "../../../src/pan/compiler/template-store.ts";
import { Dict } from "../../../src/pan/tree/dict.ts";
import { List } from "../../../src/pan/tree/list.ts";
import type { Value } from "../../../src/pan/tree/value.ts";
import { hardware } from "../../../src/vm/model/hardware.ts";
import { network } from "../../../src/vm/model/network.ts";
import { software } from "../../../src/vm/model/software.ts";
import { storage } from "../../../src/vm/model/storage.ts";
import { system } from "../../../src/vm/model/system.ts";
import { compileFiles } from "../../support/compile.ts";
import { filesBelow, repositoryPath } from "../../support/repository.ts";
import { runs } from "../../support/runs.ts";
import { treeOf, valueOf } from "../vm/shape-arbitrary.ts";
import { withDefaults } from "./with-defaults.ts";

const settings = { seed: 20260102, numRuns: runs(15, 60) };
const shapes = { hardware, network, system, storage, software };

/** The templates without types: what a text says is seen as it is, whether or not it makes sense. */
const untyped = new Map([
  ["vmcs/vm.pan", "unique template vmcs/vm;\ninclude 'vmcs/units';\n"],
  ...filesBelow("templates").flatMap((file): [string, string][] =>
    /^vmcs\/(units|disk\/|cdrom\/|network\/)/.test(file)
      ? [[file, readFileSync(repositoryPath(`templates/${file}`), "utf8")]]
      : [],
  ),
]);

const cache: TemplateCache = new Map();

function compiled(roots: ImportedRoots): { readonly text: string; readonly root: Dict } {
  const text = writeDescription({ template: "vms/any", comment: ["a", "b\nc"], roots });
  const { profiles, diagnostics } = compileFiles(new Map([...untyped, ["vms/any.pan", text]]), {
    dialect: "vmcs",
    cache,
  });
  expect(diagnostics, text).toEqual([]);
  return { text, root: profiles.get("vms/any")?.root ?? new Dict() };
}

describe("a description", () => {
  for (const [name, shape] of Object.entries(shapes)) {
    it(`says the ${name} that it is written of`, () => {
      fc.assert(
        fc.property(partialOf(valueOf(shape)), (value) => {
          const { text, root } = compiled({ [name]: value });
          const wanted = withoutNothing(withDefaults(shape, treeOf(value), `/${name}`));
          const said = withoutNothing(
            withDefaults(shape, root.get(name) ?? new Dict(), `/${name}`),
          );
          expect(plain(said), text).toEqual(plain(wanted));
        }),
        settings,
      );
    });
  }
});

/** The value with some of its fields left out, at any depth, and without keys that Pan has no spelling for. */
function partialOf(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(values, fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }))
    .map(([value, choices]) => {
      let next = 0;
      const isKept = (): boolean => choices[next++ % choices.length] ?? true;
      return thinned(value, isKept);
    });
}

function thinned(value: unknown, isKept: () => boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => thinned(item, isKept));
  if (value instanceof Map) {
    const entries = [...value].filter(([key]) => isPanKey(key));
    return new Map(entries.map(([key, item]) => [key, thinned(item, isKept)]));
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const kept = entries.length === 1 ? entries : entries.filter(() => isKept() || isKept());
  return Object.fromEntries(kept.map(([key, item]) => [key, thinned(item, isKept)]));
}

/** The tree without empty lists and dicts, which say nothing. */
function withoutNothing(value: Value): Value {
  if (value instanceof List) return new List(value.toArray().map(withoutNothing));
  if (!(value instanceof Dict)) return value;
  const entries = value
    .keys()
    .map((key) => [key, withoutNothing(value.get(key) as Value)] as const);
  return new Dict(new Map(entries.filter(([, child]) => !isNothing(child))));
}

function isNothing(value: Value): boolean {
  return value instanceof List ? value.toArray().length === 0 : isEmptyDict(value);
}

function isEmptyDict(value: Value): boolean {
  return value instanceof Dict && value.size === 0;
}

function plain(value: Value): unknown {
  if (value instanceof List) return value.toArray().map(plain);
  if (value instanceof Dict) {
    return Object.fromEntries(value.keys().map((key) => [key, plain(value.get(key) as Value)]));
  }
  return value;
}
