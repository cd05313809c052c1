/** What is in the folder of an installed extension: path → contents, in the order of the paths. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { noticesFile, noticesOf } from "../notices.mjs";
import type { ExtensionManifest } from "./vsix-lists.ts";

export interface ExtensionFiles {
  readonly manifest: ExtensionManifest;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** What the command reads at run time of what lies beside its bundle. */
const readByTheCommand = ["templates", "rules", "schemas", "starters", "examples/ci"];

/** The package that is not bundled. */
const outside = "node_modules/libxml2-wasm";

const single: readonly (readonly [string, string])[] = [
  ["editors/vscode/language-configuration.json", "language-configuration.json"],
  ["editors/vscode/README.md", "readme.md"],
  ["grammar/pan.tmLanguage.json", "grammar/pan.tmLanguage.json"],
  ["CHANGELOG.md", "changelog.md"],
  ["LICENSE", "LICENSE.txt"],
];

/** Of the bundle, what the commands run; the rest is the public API. */
const partsOfBundle = ["cli", "programs", "packages", "workers"];

/** Nobody reads these at run time. */
const isNeedless = (path: string): boolean => /\.(?:d\.[cm]?ts|map)$/.test(path);

/** `built` is where the commands have been bundled to. */
export async function extensionFiles(root: string, built: string): Promise<ExtensionFiles> {
  const read = (path: string): Uint8Array => readFileSync(join(root, path));
  const own = JSON.parse(text(read("package.json"))) as {
    readonly version: string;
  };
  const source = JSON.parse(text(read("editors/vscode/package.json"))) as ExtensionManifest;
  const manifest = { ...source, version: own.version };

  const { outputFiles, metafile } = await bundleExtension(root);
  const notices = noticesOf(root, Object.keys(metafile.inputs));
  const files = new Map<string, Uint8Array>([
    ["package.json", Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`)],
    ["extension.cjs", outputFiles[0]?.contents ?? new Uint8Array()],
    [noticesFile, Buffer.from(notices)],
    [`server/dist/${noticesFile}`, readFileSync(join(built, noticesFile))],
    ...single.map(([from, to]): [string, Uint8Array] => [to, read(from)]),
    ...filesBelow(join(root, "editors/vscode/snippets"), "snippets"),
    ...[...readByTheCommand, outside].flatMap((name) =>
      filesBelow(join(root, name), `server/${name}`),
    ),
    ...partsOfBundle.flatMap((part) => filesBelow(join(built, part), `server/dist/${part}`)),
  ]);
  const byPath = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return { manifest, files: new Map(byPath) };
}

function bundleExtension(root: string) {
  return esbuild.build({
    absWorkingDir: root,
    entryPoints: ["editors/vscode/src/extension.ts"],
    bundle: true,
    platform: "node",
    // VS Code 1.101 has Node 22.
    target: "node22",
    format: "cjs",
    external: ["vscode"],
    minify: true,
    legalComments: "none",
    logLevel: "warning",
    write: false,
    metafile: true,
  });
}

function filesBelow(folder: string, to: string): readonly [string, Uint8Array][] {
  return readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile() && !isNeedless(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [`${to}${path.slice(folder.length)}`, readFileSync(path)]);
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString();
}
