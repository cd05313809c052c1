/**
 * Bundles the command line and the public API into dist.
 *
 *   dist/cli/vmcs.js, dist/cli/panc.js   the commands
 *   dist/chunks/*.js                     what they share, and what they import lazily
 *   dist/workers/*.js                    one per src/pan/compiler/workers/*-worker.ts
 *   dist/index.js                        the public API
 *
 * A file of src/cli lies as deep as its bundled form, so `new URL("../../templates/", import.meta.url)`
 * and `new URL("../../dist/workers/", import.meta.url)` mean the same in both. Files are replaced one
 * by one, and only where they differ, because another process may be running dist meanwhile.
 */
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const outdir = join(root, "dist");
const commands = ["cli/vmcs", "cli/panc"];

// Some packages are CommonJS and call `require` for modules of Node.
const requireForBundledPackages =
  'import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);';

const { outputFiles } = await esbuild.build({
  absWorkingDir: root,
  entryPoints: [
    ...["index", ...commands].map((name) => ({ in: `src/${name}.ts`, out: name })),
    ...(await workers()),
  ],
  outdir,
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  external: ["libxml2-wasm"], // finds its .wasm file beside itself
  banner: { js: requireForBundledPackages },
  logLevel: "warning",
  write: false,
});

await Promise.all(
  outputFiles.map(({ path, contents }) => replace(path, asCommand(path, contents))),
);
await removeStale(new Set(outputFiles.map(({ path }) => path)));

async function workers() {
  const folder = "src/pan/compiler/workers";
  const names = await readdir(join(root, folder)).catch(() => []);
  return names
    .filter((name) => name.endsWith("-worker.ts"))
    .map((name) => ({ in: `${folder}/${name}`, out: `workers/${basename(name, ".ts")}` }));
}

/** The contents, with the line that lets a shell run them if the file is a command. */
function asCommand(path, contents) {
  const shebang = Buffer.from("#!/usr/bin/env node\n");
  const bytes = Buffer.from(contents);
  return isCommand(path) && !bytes.subarray(0, 2).equals(Buffer.from("#!"))
    ? Buffer.concat([shebang, bytes])
    : bytes;
}

function isCommand(path) {
  return commands.some((name) => path === join(outdir, `${name}.js`));
}

async function replace(path, bytes) {
  const present = await readFile(path).catch(() => undefined);
  if (present?.equals(bytes)) return;
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}`;
  await writeFile(temporary, bytes);
  if (isCommand(path)) await chmod(temporary, 0o755);
  await rename(temporary, path);
}

async function removeStale(keep) {
  const entries = await readdir(outdir, { recursive: true, withFileTypes: true });
  const stale = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".js"))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !keep.has(path));
  await Promise.all(stale.map((path) => rm(path, { force: true })));
}
