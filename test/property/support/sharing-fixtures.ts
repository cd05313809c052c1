/** The sites of `test/fixtures/sharing`, and orders in which their machines can come. */
import { readdirSync, readFileSync } from "node:fs";
import { compareCodeUnits } from "../../../src/base/compare.ts";
import { parseArchive } from "../../support/txtar.ts";

type Files = ReadonlyMap<string, string>;

const folder = "test/fixtures/sharing";
/** Enough for what is known of the first machines to serve the last ones. */
const machinesOfAKind = 5;

export interface SharingSite {
  readonly name: string;
  readonly files: Files;
}

export function sharingSites(): readonly SharingSite[] {
  const names = readdirSync(folder).sort(compareCodeUnits);
  return names.map((name) => {
    const { files } = parseArchive(readFileSync(`${folder}/${name}`, "utf8"));
    return { name: name.replace(".txtar", ""), files: withMachines(files) };
  });
}

/** All machines of one kind, then all of the next one; backwards; and the kinds in turns. */
export const sharingOrders: readonly { readonly name: string; order(files: Files): Files }[] = [
  { name: "kind by kind", order: (files) => files },
  { name: "backwards", order: (files) => new Map([...files].reverse()) },
  {
    name: "in turns",
    order: (files) =>
      new Map([...files].sort(([a], [b]) => compareCodeUnits(numberOf(a), numberOf(b)))),
  },
];

function numberOf(path: string): string {
  return /-(\d)\.pan$/.exec(path)?.[1] ?? "";
}

/**
 * Machines of a kind have the same statements, some in a template that they share and some in their own files: what
 * is constant is the same constant, or another one. All are compared with each other, as they include the same first.
 */
function withMachines(files: Files): Files {
  const all = new Map([["first.pan", "template first;\n"]]);
  for (const [path, text] of files) {
    if (!path.includes("*")) {
      all.set(path, text);
      continue;
    }
    const [head = "", ...rest] = text.split("\n");
    const body = rest.join("\n");
    const kind = path.replace("-*.pan", "-all");
    const isCommon = !body.includes("*");
    if (isCommon) all.set(`${kind}.pan`, `template ${kind};\n${body}`);
    for (let i = 0; i < machinesOfAKind; i++) {
      const own = isCommon && i % 2 === 0 ? `include '${kind}';\n` : body;
      const machine = `${head}\ninclude 'first';\n${own}`;
      all.set(path.replace("*", String(i)), machine.replaceAll("-*", `-${i}`));
    }
  }
  return all;
}
