/** Bundles the playground: the page, the program of its threads, and what comes with vmcs as data in both. */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import * as esbuild from "esbuild";
import { noticesFile, noticesOf } from "../notices.mjs";
import { readExamples, readLibrary } from "./content.ts";

const root = join(import.meta.dirname, "../..");
const source = join(root, "playground");

/** What a browser does not have, and what stands in for it. */
const standIns: Readonly<Record<string, string>> = {
  ajv: "ajv.ts",
  events: "node-events.ts",
  url: "node-url.ts",
};

type Bundled = Pick<
  esbuild.BuildResult<{ readonly write: false; readonly metafile: true }>,
  "outputFiles" | "metafile"
>;

/** Name → size of each file. */
export async function buildPlayground(outdir: string): Promise<ReadonlyMap<string, number>> {
  const files = new Map<string, Uint8Array>();
  const { outputFiles, metafile } = await bundle();
  for (const { path, contents } of outputFiles) files.set(basename(path), contents);
  files.set(noticesFile, Buffer.from(noticesOf(root, Object.keys(metafile.inputs))));
  for (const name of ["index.html", "playground.css"]) {
    files.set(name, await readFile(join(source, name)));
  }
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  for (const [name, contents] of files) await writeFile(join(outdir, name), contents);
  return new Map([...files].map(([name, { length }]) => [name, length]));
}

async function bundle(): Promise<Bundled> {
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
    readonly version: string;
  };
  return await esbuild.build({
    absWorkingDir: root,
    entryPoints: { playground: "playground/page/main.ts", worker: "playground/worker/worker.ts" },
    outdir: "dist-playground",
    bundle: true,
    write: false,
    metafile: true,
    format: "iife",
    platform: "browser",
    target: "es2023",
    minify: true,
    legalComments: "none",
    logLevel: "warning",
    // It finds its .wasm file beside itself, and only those who read skeletons need it.
    external: ["libxml2-wasm"],
    define: {
      playgroundVersion: JSON.stringify(version),
      playgroundLibrary: JSON.stringify(await readLibrary()),
      playgroundExamples: JSON.stringify(await readExamples()),
    },
    plugins: [{ name: "stand-ins", setup }],
  });
}

function setup(build: esbuild.PluginBuild): void {
  build.onResolve({ filter: /^(?:ajv|events|url|node:.*)$/ }, ({ path }) => {
    const name = standIns[path];
    if (name !== undefined) return { path: join(source, "shims", name) };
    return {
      errors: [
        { text: `A browser has no ${path}: nothing that it shares with the commands may need it.` },
      ],
    };
  });
}
