/**
 * What is asked of git: names of revisions, the files of one, their contents. It only reads: no work tree is made or
 * changed, no hook and no shell runs.
 */

import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Host, RunResult } from "../../host/host.ts";
import { noSpan } from "../../text/span.ts";
import { UsageError } from "../usage-error.ts";

export interface GitEntry {
  /** From the top of the repository. */
  readonly path: string;
  readonly kind: "file" | "link" | "repository";
  readonly id: string;
  /** In bytes; undefined for a repository within the repository. */
  readonly size: number | undefined;
}

/** Where git runs: in the current directory, unless another one is named. */
interface GitHostPart extends Pick<Host, "run"> {
  readonly directory?: string;
}

/** The object of a revision; undefined if git knows none of that name. */
export async function resolveRevision(
  host: GitHostPart,
  revision: string,
  kind: "commit" | "tree",
): Promise<string | undefined> {
  const spelled = `${revision}^{${kind}}`;
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", spelled];
  const { status, stdout, problem } = await host.run("git", args, placed(host));
  if (problem !== undefined) throw failed(revision, problem);
  const id = stdout.trim().split("\n").at(-1) ?? "";
  return status === 0 && /^[0-9a-f]{40,64}$/.test(id) ? id : undefined;
}

/** Where the histories of two revisions part. */
export async function mergeBase(host: GitHostPart, a: string, b: string): Promise<string> {
  const { stdout } = await ask(host, `${a}...${b}`, ["merge-base", a, b]);
  return stdout.trim();
}

/** The path of the current directory from the top of the repository, with a slash at its end; empty for the top. */
export async function prefixInRepository(host: GitHostPart, word: string): Promise<string> {
  const { stdout } = await ask(host, word, ["rev-parse", "--show-prefix"]);
  return stdout.replace(/\n$/, "");
}

export async function listTree(
  host: GitHostPart,
  word: string,
  id: string,
): Promise<readonly GitEntry[]> {
  const { stdout } = await ask(host, word, ["ls-tree", "-r", "-l", "-z", "--full-tree", id], {
    isBinary: true,
  });
  return stdout
    .split("\0")
    .filter((line) => line !== "")
    .map(entryOf);
}

const kinds: Readonly<Record<string, GitEntry["kind"]>> = {
  "120000": "link",
  "160000": "repository",
};

/** `100644 blob ID    SIZE\tPATH` */
function entryOf(line: string): GitEntry {
  const tab = line.indexOf("\t");
  const [mode = "", , id = "", size = ""] = line.slice(0, tab).split(/ +/);
  return {
    path: utf8(line.slice(tab + 1)),
    kind: kinds[mode] ?? "file",
    id,
    size: /^\d+$/.test(size) ? Number(size) : undefined,
  };
}

/** The contents of objects by their names. */
export async function readObjects(
  host: GitHostPart,
  word: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const contents = new Map<string, Uint8Array>();
  if (ids.length === 0) return contents;
  const input = ids.map((id) => `${id}\n`).join("");
  const { stdout } = await ask(host, word, ["cat-file", "--batch"], { input, isBinary: true });
  let at = 0;
  for (;;) {
    const end = stdout.indexOf("\n", at);
    if (end < 0) return contents;
    const [id = "", , size] = stdout.slice(at, end).split(" ");
    if (size === undefined) throw failed(word, `the object ${id} is missing from the repository`);
    const start = end + 1;
    const length = Number(size);
    contents.set(id, bytesOf(stdout.slice(start, start + length)));
    at = start + length + 1;
  }
}

async function ask(
  host: GitHostPart,
  word: string,
  args: readonly string[],
  options: { readonly input?: string; readonly isBinary?: boolean } = {},
): Promise<RunResult> {
  const result = await host.run("git", args, { ...options, ...placed(host) });
  const { status, stderr, problem } = result;
  if (status === 0) return result;
  const said = stderr
    .trim()
    .split("\n")
    .at(-1)
    ?.replace(/^fatal: /, "")
    .replace(/\.$/, "");
  throw failed(
    word,
    problem ?? (said === undefined || said === "" ? `it ended with ${status}` : said),
  );
}

function placed({ directory }: GitHostPart): { readonly directory?: string } {
  return directory === undefined ? {} : { directory };
}

function failed(word: string, problem: string): UsageError {
  return new UsageError(diagnostic("git-failed", noSpan, { word, problem }));
}

function bytesOf(binary: string): Uint8Array {
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

function utf8(binary: string): string {
  return new TextDecoder().decode(bytesOf(binary));
}
