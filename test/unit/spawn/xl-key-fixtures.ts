/**
 * Fixtures of xl's keys: what is set in the model of a small machine, what the configuration then says, and what the
 * real xl understands. A file below test/fixtures/xl-keys holds those of one group.
 */
import { readFileSync } from "node:fs";
import type { ListedKey } from "../../../scripts/xl-coverage/render-xl-coverage.ts";
import { type BuildResult, buildVm } from "../../../src/pipeline/build.ts";
import { locatePath } from "../../road/place-source.ts";
import { fixturePath } from "../../support/fixtures.ts";
import { readJsonTree } from "../../support/read-json-tree.ts";
import { filesBelow } from "../../support/repository.ts";

/** A machine to which a fixture adds what it is about. */
export type BaseMachine = "pv" | "pvh" | "hvm" | "arm";

export interface XlKeyFixture {
  readonly group: string;
  readonly key: string;
  readonly guest: BaseMachine;
  /** The release of Xen that it is built for. */
  readonly release: string;
  /** Values by their paths in the model. */
  readonly set: Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, string>>;
  /** The setting, line by line. */
  readonly cfg: readonly string[];
  /** Values of the domain as the xl of 4.17 prints it, by paths whose parts are separated by blanks. */
  readonly xl?: Readonly<Record<string, unknown>>;
  /** For keys that the xl of 4.17 does not have: the value as libxlutil reads it. */
  readonly parsed?: unknown;
  /** What the xl of 4.17 says although it understands, if it says something. */
  readonly messages?: readonly string[];
}

export function xlKeyFixtures(): readonly XlKeyFixture[] {
  return filesBelow("test/fixtures/xl-keys")
    .filter((file) => file.endsWith(".json") && file !== "all-keys.json")
    .flatMap((file) => {
      const fixtures = readJson(file) as readonly Omit<XlKeyFixture, "group">[];
      return fixtures.map((fixture) => ({ group: file.replace(/\.json$/, ""), ...fixture }));
    });
}

/** All keys of xl.cfg(5), and those that only xl's sources show. */
export function listedKeys(): readonly ListedKey[] {
  return readJson("all-keys.json") as readonly ListedKey[];
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(fixturePath(`xl-keys/${file}`), "utf8"));
}

export function titleOf({ key, guest, release, set }: XlKeyFixture): string {
  return `${key}, ${guest}, ${release}: ${Object.keys(set).join(", ")}`;
}

export function buildXlKey({ guest, release, set, secrets }: XlKeyFixture): BuildResult {
  const tree = baseTree(guest);
  for (const [path, value] of Object.entries(set)) place(tree, path.slice(1).split("/"), value);
  return buildVm({
    profileName: "key",
    root: readJsonTree(JSON.stringify(tree)),
    digest: "sha256:0123abcd",
    target: {
      backends: ["xen"],
      xenRelease: release,
      readSecret: (reference) => secrets?.[reference],
    },
    locate: locatePath,
  });
}

/** The whole configuration of a build without errors. */
export function cfgOf({ files }: BuildResult): string {
  return files.find(({ name }) => name.endsWith(".cfg"))?.content ?? "";
}

interface Tree {
  [key: string]: unknown;
}

function baseTree(guest: BaseMachine): Tree {
  const type = guest === "arm" ? "pvh" : guest;
  const lifecycle = { on_poweroff: "destroy", on_reboot: "restart", on_crash: "destroy" };
  return {
    hardware: {
      cpu: { count: 1, arch: guest === "arm" ? "aarch64" : "x86_64" },
      memory: { size: 512 },
      devices: {},
    },
    network: {},
    storage: { directory: "/srv" },
    software: {},
    system: {
      type,
      os: { family: "linux" },
      boot: type === "hvm" ? {} : { kernel: "/boot/vmlinuz" },
      lifecycle,
      scheduling: {},
    },
  };
}

function place(tree: Tree, [first = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    tree[first] = value;
    return;
  }
  const child = (tree[first] ?? {}) as Tree;
  tree[first] = child;
  place(child, rest, value);
}

/** The setting of a key in a configuration, line by line; undefined if it is not there. */
export function settingLines(cfg: string, key: string): readonly string[] | undefined {
  const lines = cfg.split("\n");
  const start = lines.findIndex((line) => line.startsWith(`${key} = `));
  if (start < 0) return undefined;
  const isList = lines[start]?.endsWith("[") === true;
  const end = isList ? lines.indexOf("]", start) : start;
  return lines.slice(start, end + 1);
}
