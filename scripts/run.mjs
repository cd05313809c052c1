/**
 * Runs a TypeScript script: `node scripts/run.mjs FILE.ts [arguments]`.
 *
 * Node 20 does not strip types, so the script is bundled first (packages stay outside). The bundle is
 * kept below node_modules/.cache and reused until one of its sources changes.
 */
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const [, , file, ...args] = process.argv;
if (file === undefined || !existsSync(file)) {
  console.error(file === undefined ? "usage: run.mjs FILE.ts [arguments]" : `There is no ${file}.`);
  process.exit(2);
}

const script = resolve(file);
const cacheName = relative(root, script).replaceAll(/[^\w.-]/g, "-");
const bundle = join(root, "node_modules/.cache/vmcs", `${cacheName}.mjs`);
const stampFile = `${bundle}.json`;

if (!isFresh()) await build();
process.setSourceMapsEnabled(true);
process.argv = [process.argv[0], script, ...args];
await import(pathToFileURL(bundle).href);

/** The bundle's sources as they were when it was built: path → time of change. */
function isFresh() {
  if (!existsSync(bundle) || !existsSync(stampFile)) return false;
  const stamp = Object.entries(JSON.parse(readFileSync(stampFile, "utf8")));
  return stamp.every(
    ([path, time]) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs === time,
  );
}

async function build() {
  const esbuild = await import("esbuild");
  const { metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [script],
    outfile: bundle,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    sourcemap: "inline",
    sourcesContent: false,
    metafile: true,
    logLevel: "warning",
    plugins: [{ name: "own-url", setup: (build) => build.onLoad({ filter: /\.ts$/ }, keepOwnUrl) }],
  });
  const inputs = [...Object.keys(metafile.inputs), relative(root, fileURLToPath(import.meta.url))];
  const stamp = inputs.map((path) => [path, statSync(join(root, path)).mtimeMs]);
  writeFileSync(stampFile, JSON.stringify(Object.fromEntries(stamp)));
}

/** `import.meta` of a source keeps meaning that source, not the bundle. */
function keepOwnUrl({ path }) {
  const contents = readFileSync(path, "utf8")
    .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href))
    .replaceAll("import.meta.filename", JSON.stringify(path))
    .replaceAll("import.meta.dirname", JSON.stringify(dirname(path)));
  return { contents, loader: "ts" };
}
