/**
 * Bundles the command line and the public API.
 *
 *   dist/cli/vmcs.js, dist/cli/panc.js   the commands: they start one of the programs
 *   dist/workers/*-worker.js             what threads run: it starts a program as well
 *   dist/programs/*.cjs                  src/cli/programs, each with all that it imports, in one scope
 *   dist/packages/*.cjs                  packages that few runs need; programs load them when they do
 *   dist/index.js, dist/chunks/*.js      the public API, and what it imports lazily
 *   dist/THIRD-PARTY-NOTICES.txt         the licences of the packages in all of these
 *
 * All but the API is CommonJS, as only such a script can be given the code that V8 has made of it earlier
 * (src/cli/launch). A program lies as deep as a file of src/cli, so `new URL("../../templates/", import.meta.url)`
 * means the same in both. Files are replaced one by one, and only where they differ, because another process may be
 * running dist meanwhile.
 *
 *   node scripts/build.mjs [DIRECTORY]   writes to dist, or elsewhere
 */
import { createHash } from "node:crypto";
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { noticesFile, noticesOf } from "./notices.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const outdir = resolve(process.argv[2] ?? join(root, "dist"));
const commands = ["cli/vmcs.js", "cli/panc.js"];

/** Leaves: they import nothing of ours. */
const packages = ["ajv", "xmlbuilder2", "yaml"];
const programs = ["compile", "all"];
const outside = ["libxml2-wasm"]; // finds its .wasm file beside itself

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
  write: false,
};

const commonJs = {
  ...common,
  format: "cjs",
  banner: {
    // Node's own function for it takes 2 ms to load.
    js: 'const __url="file://"+__filename.split("/").map(encodeURIComponent).join("/");',
  },
  define: { "import.meta.url": "__url" },
};

/** Commander can start programs, which we never ask of it, and what it needs for that takes 4 ms to load. */
const withoutSubprocesses = {
  name: "without-subprocesses",
  setup(build) {
    build.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes("/node_modules/commander/")
        ? { path: "child_process", namespace: "nothing" }
        : undefined,
    );
    build.onLoad({ filter: /^/, namespace: "nothing" }, () => ({ contents: "" }));
  },
};

/** Path below the output directory → contents. */
const files = new Map();
/** All that was bundled. */
const sources = new Set();
const bundled = {};

for (const name of packages) {
  const [{ contents }] = await bundle({ ...commonJs, banner: {}, stdin: await packageEntry(name) });
  addHashed("packages", name, contents);
}
for (const name of programs) {
  const [{ contents }] = await bundle({
    ...commonJs,
    entryPoints: [`src/cli/programs/${name}.ts`],
    external: [...packages, ...outside],
    plugins: [withoutSubprocesses],
  });
  addHashed("programs", name, withGivenImport(inAscii(contents)));
}
for (const [from, to] of await launchers()) {
  const [{ contents }] = await bundle({
    ...commonJs,
    banner: {},
    entryPoints: [from],
    define: {
      "import.meta.filename": "__filename",
      "import.meta.dirname": "__dirname",
      bundledFiles: JSON.stringify(bundled),
    },
  });
  files.set(to, commands.includes(to) ? withShebang(contents) : Buffer.from(contents));
  files.set(join(dirname(to), "package.json"), Buffer.from('{"type":"commonjs"}\n'));
}
for (const { path, contents } of await bundle({
  ...common,
  entryPoints: [{ in: "src/index.ts", out: "index" }],
  outdir,
  chunkNames: "chunks/[name]-[hash]",
  splitting: true,
  format: "esm",
  external: outside,
  banner: {
    // Some packages are CommonJS and call `require` for modules of Node.
    js: 'import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);',
  },
})) {
  files.set(path.slice(outdir.length + 1), Buffer.from(contents));
}

files.set(noticesFile, Buffer.from(noticesOf(root, sources)));

// Those that name others come after them.
const isNamed = (path) => /^(?:programs|packages|chunks)\//.test(path);
for (const wanted of [true, false]) {
  const some = [...files].filter(([path]) => isNamed(path) === wanted);
  await Promise.all(some.map(([path, contents]) => replace(join(outdir, path), contents)));
}
await removeStale(new Set([...files.keys()].map((path) => join(outdir, path))));

async function bundle(options) {
  const { outputFiles, metafile } = await esbuild.build(options);
  for (const path of Object.keys(metafile.inputs)) sources.add(path);
  return outputFiles;
}

/** The file that `import` finds is bundled, as the programs would have it. */
async function packageEntry(name) {
  return { contents: `module.exports = require("${name}");`, resolveDir: root };
}

/** A script of which the code was kept cannot import by itself on Node 20: whoever loads it gives it the means. */
function withGivenImport(contents) {
  return outside.reduce(
    (all, name) => all.replaceAll(`import("${name}")`, `__import("${name}")`),
    contents,
  );
}

/**
 * Launchers read programs as Latin-1, which is fastest. The bundler escapes what else there is in strings, but not in
 * regular expressions, where the same escape means the same.
 */
function inAscii(contents) {
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return Buffer.from(contents)
    .toString()
    .replace(/[\u0080-\uffff]/g, escaped);
}

/** The digest in the name is also that of the files that are bundled before. */
function addHashed(folder, name, contents) {
  const hash = createHash("sha256").update(JSON.stringify(bundled)).update(contents);
  const path = `${folder}/${name}-${hash.digest("hex").slice(0, 10)}.cjs`;
  bundled[name] = path;
  files.set(path, Buffer.from(contents));
}

async function launchers() {
  const folder = "src/cli/launch";
  const names = await readdir(join(root, folder));
  const workers = names.filter((name) => name.endsWith("-worker.ts"));
  return [
    ...commands.map((path) => [`${folder}/${basename(path, ".js")}.ts`, path]),
    ...workers.map((name) => [`${folder}/${name}`, `workers/${basename(name, ".ts")}.js`]),
  ];
}

/** The contents, with the line that lets a shell run them. */
function withShebang(contents) {
  return Buffer.concat([Buffer.from("#!/usr/bin/env node\n"), Buffer.from(contents)]);
}

async function replace(path, bytes) {
  const present = await readFile(path).catch(() => undefined);
  if (present?.equals(bytes)) return;
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}`;
  await writeFile(temporary, bytes);
  if (bytes.subarray(0, 2).toString() === "#!") await chmod(temporary, 0o755);
  await rename(temporary, path);
}

async function removeStale(keep) {
  const entries = await readdir(outdir, { recursive: true, withFileTypes: true });
  const stale = entries
    .filter((entry) => entry.isFile() && /\.c?js$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !keep.has(path));
  await Promise.all(stale.map((path) => rm(path, { force: true })));
}
