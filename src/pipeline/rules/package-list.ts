/** Files with packages: an index, or a package list of Debian in any of the forms in which archives keep it. */

import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { fileNameOf } from "../../host/path.ts";
import { buildIndex } from "../../rules/debian/build-index.ts";
import { readIndex } from "../../rules/debian/read-index.ts";
import type { PackageSource } from "../../rules/repository/package-source.ts";
import { noSpan } from "../../text/span.ts";
import { type CacheHost, cachedIndex, keepIndex } from "./index-cache.ts";

type ListHost = Pick<Host, "readBytes" | "readText" | "readGzip" | "readProblem" | "run">;

export interface LoadedPackages {
  /** Undefined if there are errors. */
  readonly packages: PackageSource | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Takes the absolute path of an index or a list; `shown` is how people know it. Indexes of lists are kept in the
 * directory `cache`, if there is one.
 */
export async function loadPackages(
  host: ListHost & CacheHost,
  path: string,
  shown: string,
  cache?: string,
): Promise<LoadedPackages> {
  const bytes = host.readBytes(path);
  const name = fileNameOf(path);
  const index = bytes === undefined ? undefined : readIndex(name, bytes);
  if (index !== undefined) return { packages: index, diagnostics: [] };
  if (indexMagic.every((byte, i) => bytes?.[i] === byte)) {
    const problem =
      "it is a damaged index, or one of another version of vmcs or another kind of machine";
    return { packages: undefined, diagnostics: [unreadable(shown, problem)] };
  }
  const isKept = bytes !== undefined && cache !== undefined;
  const kept = isKept ? cachedIndex(host, cache, bytes, name) : undefined;
  if (kept !== undefined) return { packages: kept, diagnostics: [] };
  const list = await readPackageList(host, path, shown);
  if (list.text === undefined) return { packages: undefined, diagnostics: list.diagnostics };
  const built = buildIndex([list.text]);
  if (built.packages === 0) {
    const problem = "it is neither an index nor a package list of Debian";
    return { packages: undefined, diagnostics: [unreadable(shown, problem)] };
  }
  if (isKept) keepIndex(host, cache, bytes, built.bytes);
  return { packages: readIndex(name, built.bytes), diagnostics: [] };
}

export interface PackageList {
  /** Undefined if there are errors. */
  readonly text: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** The text of a list; compression is seen by the first bytes, as names say little. */
export async function readPackageList(
  host: ListHost,
  path: string,
  shown: string,
): Promise<PackageList> {
  const bytes = host.readBytes(path);
  if (bytes === undefined) {
    return failed(shown, host.readProblem(path) ?? "it changed meanwhile");
  }
  const form = compressions.find(({ magic }) => magic.every((byte, i) => bytes[i] === byte));
  if (form === undefined) return { text: host.readText(path), diagnostics: [] };
  if (form.programs.length === 0) {
    const text = host.readGzip(path);
    return text === undefined ? failed(shown, "it is damaged") : { text, diagnostics: [] };
  }
  let problem = "";
  for (const [program, ...args] of form.programs) {
    const result = await host.run(program, [...args, path]);
    if (result.status === 0) return { text: result.stdout, diagnostics: [] };
    const [line = ""] = result.stderr.trim().split("\n");
    const said = line.replace(`${program}: `, "").replace(`${path}: `, "");
    const reason = result.problem ?? (said === "" ? "it failed" : said.replace(/\.$/, ""));
    problem ||= `${program}: ${reason}`;
  }
  return failed(shown, problem);
}

/** How an index begins on the machines that nearly everybody has. */
const indexMagic = [0x58, 0x49, 0x4d, 0x56];

interface Compression {
  readonly magic: readonly number[];
  /** What unpacks it to the standard output; none if this program can do it. */
  readonly programs: readonly (readonly [string, ...string[]])[];
}

const compressions: readonly Compression[] = [
  { magic: [0x1f, 0x8b], programs: [] },
  { magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], programs: [["xz", "-dc"]] },
  // A machine with apt can read what apt keeps, even where the program itself is not installed.
  {
    magic: [0x04, 0x22, 0x4d, 0x18],
    programs: [
      ["lz4", "-dc"],
      ["/usr/lib/apt/apt-helper", "cat-file"],
    ],
  },
];

function failed(path: string, problem: string): PackageList {
  return { text: undefined, diagnostics: [unreadable(path, problem)] };
}

function unreadable(path: string, problem: string): Diagnostic {
  return diagnostic("packages-unreadable", noSpan, { path, problem });
}
