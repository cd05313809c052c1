/**
 * Loads a bundled program with the code that V8 has made of it earlier.
 *
 * A program is one script with all that it imports, but for a few packages that few runs need; these are scripts of
 * their own. Scripts are wrapped as Node wraps CommonJS.
 */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Script } from "node:vm";
import { codeDirectory, readCode, writeCode } from "./code-cache.ts";

/** The bundled files by the names of programs and packages, below `dist`; the build puts them in. */
declare const bundledFiles: Readonly<Record<string, string>>;

export interface LoadedProgram<Exports> {
  readonly exports: Exports;
  /** Keeps the code for later runs, if this one has made much that was not kept. */
  readonly keepCode: () => void;
}

/** `use` tells runs apart that use other parts of the program. */
export function loadProgram<Exports>(name: string, use: string): LoadedProgram<Exports> {
  const scripts: LoadedScript[] = [];
  const nodeRequire = createRequire(import.meta.filename);
  const packages = new Map<string, object>();
  const load = (wanted: string, suffix: string): unknown => {
    const script = loadScript(bundledFiles[wanted] as string, suffix);
    scripts.push(script);
    return runScript(script, require);
  };
  const require = (wanted: string): unknown => {
    if (bundledFiles[wanted] === undefined) return nodeRequire(wanted);
    let found = packages.get(wanted);
    if (found === undefined) {
      found = whenUsed(() => load(wanted, "") as Readonly<Record<PropertyKey, unknown>>);
      packages.set(wanted, found);
    }
    return found;
  };
  const exports = load(name, `-${use}`) as Exports;
  return { exports, keepCode: () => keepCode(scripts, nodeRequire) };
}

/** Modules name the packages that they import when they are loaded; most never use them. */
function whenUsed(make: () => Readonly<Record<PropertyKey, unknown>>): object {
  let made: Readonly<Record<PropertyKey, unknown>> | undefined;
  return new Proxy(
    {},
    {
      get(_, name) {
        made ??= make();
        return made[name];
      },
    },
  );
}

interface LoadedScript {
  readonly path: string;
  readonly script: Script;
  /** Where its code is kept; undefined if it is not. */
  readonly codeFile: string | undefined;
  /** Of the process that has kept the code; undefined if there was none, or V8 has refused it. */
  readonly bytecode: number | undefined;
}

type Require = (wanted: string) => unknown;
type Import = (wanted: string) => Promise<unknown>;
type Wrapper = (
  exports: object,
  require: Require,
  module: { exports: object },
  path: string,
  load: Import,
) => void;

function loadScript(file: string, suffix: string): LoadedScript {
  const path = `${import.meta.dirname}/../${file}`;
  // The bundles are ASCII, and text of that kind is made fastest this way.
  const text = `(function(exports,require,module,__filename,__import){${readFileSync(path, "latin1")}\n})`;
  const codeFile = codeFileOf(file, suffix);
  const code = codeFile === undefined ? undefined : readCode(codeFile);
  const script = new Script(text, { filename: path, cachedData: code?.data });
  const isUsed = script.cachedDataRejected === false;
  return { path, script, codeFile, bytecode: isUsed ? code?.bytecode : undefined };
}

function runScript({ script, path }: LoadedScript, require: Require): unknown {
  const module = { exports: {} };
  (script.runInThisContext() as Wrapper)(module.exports, require, module, path, importOutside);
  return module.exports;
}

/** A script of which the code was kept cannot import by itself on Node 20. */
const importOutside: Import = (wanted) => import(wanted);

/** The name of a bundle has a digest of its text; what else decides about code is in the name as well. */
function codeFileOf(file: string, suffix: string): string | undefined {
  const directory = codeDirectory();
  if (directory === undefined) return undefined;
  const name = file.slice(file.lastIndexOf("/") + 1, file.lastIndexOf("."));
  const { versions, arch, execArgv, env } = process;
  const flags = hash([...execArgv, env["NODE_OPTIONS"] ?? ""].join(" "));
  return `${directory}/${name}${suffix}-${versions.v8}-${arch}-${flags}.code`;
}

function hash(text: string): string {
  let value = 0;
  for (let i = 0; i < text.length; i++) value = (Math.imul(value, 31) + text.charCodeAt(i)) | 0;
  return (value >>> 0).toString(36);
}

/** Counting bytecode takes milliseconds, so only one run in so many does it where all code was kept. */
const rarely = 8n;
const growth = 1.3;

function keepCode(scripts: readonly LoadedScript[], require: NodeJS.Require): void {
  const unkept = scripts.filter(({ bytecode }) => bytecode === undefined);
  if (unkept.length === 0 && process.hrtime.bigint() % rarely !== 0n) return;
  const { getHeapCodeStatistics } = require("node:v8") as typeof import("node:v8");
  const bytecode = getHeapCodeStatistics().bytecode_and_metadata_size;
  const isGrown = scripts.some((script) => bytecode > growth * (script.bytecode ?? Infinity));
  for (const { script, codeFile } of isGrown ? scripts : unkept) {
    if (codeFile === undefined) continue;
    writeCode(codeFile, { data: script.createCachedData(), bytecode });
  }
}
