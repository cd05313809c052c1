/** A value of the wrong kind anywhere in a machine is one mistake: checks of other values do not stumble over it. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { memoryHost } from "../../../src/host/memory/memory-host.ts";
import { compile } from "../../../src/pan/compiler/compile.ts";
import type { CompileOptions } from "../../../src/pan/compiler/options.ts";
import { Dict } from "../../../src/pan/tree/dict.ts";
import { List } from "../../../src/pan/tree/list.ts";
import { typeName, type Value } from "../../../src/pan/tree/value.ts";
import { filesBelow, repositoryPath } from "../../support/repository.ts";

const example = readFileSync(repositoryPath("examples/web-server/web-server.pan"), "utf8");
/** The example, with what the checks between roots look at. */
const base = `${example.replace("object template web-server;", "template base;")}
prefix '/';
'/hardware/cpu/nested' = true;
'/system/features/hap' = true;
'/system/scheduling/cap' = 50;
'/software/cloud_init/device' = 'xvdz';
`;

const values: Readonly<Record<string, string>> = {
  string: "'x y'",
  boolean: "true",
  nlist: "dict('q', 1)",
  list: "list(1)",
};

const options: CompileOptions = {
  dialect: "vmcs",
  includePath: ["/templates", "/t"],
  maxIteration: 10_000,
  maxRecursion: 50,
  deprecationWarnings: "on",
  initialData: new Dict(),
  debugs: () => false,
  build: true,
};

describe("a value of the wrong kind", () => {
  const cases = pathsOf(machine()).flatMap(({ path, kind }) =>
    Object.entries(values)
      .filter(([other]) => other !== kind)
      .map(([, value]) => ({ path, value })),
  );
  const texts = cases.map(
    ({ path, value }, i) =>
      `object template t${i};\ninclude 'base';\n'${path}' = null;\n'${path}' = ${value};\n`,
  );
  const { diagnostics } = compiled(texts, () => {});

  it("is tried at each place of a machine", () => {
    expect(cases.length).toBeGreaterThan(300);
  });

  it("is told once, at the statement that writes it", () => {
    const told = new Map<string, string[]>();
    for (const { code, message, span, related } of diagnostics) {
      const place = [span, ...related.map((one) => one.span)].find(({ file }) =>
        /^\/t\/t\d+\.pan$/.test(file),
      );
      const number = Number(/\d+/.exec(place?.file ?? "")?.[0]);
      const { path = "", value = "" } = cases[number] ?? {};
      // Below a root that is no dict other roots miss what they need.
      if (code === "value-missing") continue;
      const key = `${path} = ${value}`;
      told.set(key, [...(told.get(key) ?? []), message]);
    }
    expect([...told].filter(([, messages]) => messages.length !== 1)).toEqual([]);
    expect(told.size).toBe(cases.length);
  });
});

function machine(): Dict {
  let root: Dict | undefined;
  const { diagnostics } = compiled(["object template t0;\ninclude 'base';\n"], (profile) => {
    root = profile;
  });
  expect(diagnostics).toEqual([]);
  if (root === undefined) throw new Error("the example builds");
  return root;
}

function compiled(texts: readonly string[], onRoot: (root: Dict) => void) {
  const library = Object.fromEntries(
    filesBelow("templates").map((file) => [
      `/templates/${file}`,
      readFileSync(repositoryPath(`templates/${file}`), "utf8"),
    ]),
  );
  const own = Object.fromEntries(texts.map((text, i) => [`/t/t${i}.pan`, text]));
  return compile({
    host: memoryHost({ files: { ...library, ...own, "/t/base.pan": base } }),
    files: Object.keys(own),
    options,
    print: () => {},
    onProfile: ({ root }) => onRoot(root),
  });
}

interface Placed {
  readonly path: string;
  readonly kind: string;
}

/** Each place below the root, once. */
function pathsOf(value: Value, path = ""): readonly Placed[] {
  const own = path === "" ? [] : [{ path, kind: typeName(value) }];
  if (value instanceof Dict) {
    return [
      ...own,
      ...value.keys().flatMap((key) => pathsOf(value.get(key) as Value, `${path}/${key}`)),
    ];
  }
  if (!(value instanceof List)) return own;
  return [...own, ...value.toArray().flatMap((item, i) => pathsOf(item, `${path}/${i}`))];
}
