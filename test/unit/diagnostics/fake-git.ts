/** git for a host in memory: all revisions have the same files, and symbolic links, which that host has not. */
import type { MemoryPrograms } from "../../../src/host/memory/memory-host.ts";

/** `links` are lines `PATH TARGET`. */
export function fakeGit(
  files: Readonly<Record<string, string | Uint8Array>>,
  links: string,
): MemoryPrograms {
  const targets = [...links.matchAll(/^(\S+) (\S+)$/gm)].map(([, path = "", target = ""]) => ({
    mode: "120000",
    path,
    content: target,
  }));
  const inRevision = Object.entries(files).filter(([path]) => !/^(?:\/|\.git\/)/.test(path));
  const entries = [
    ...inRevision.map(([path, text]) => ({ mode: "100644", path, content: String(text) })),
    ...targets,
  ].map((entry, i) => ({ ...entry, id: String(i).padStart(40, "0") }));
  return (command, args, { input = "" }) => {
    if (command !== "git") return undefined;
    const [word, option] = args;
    if (word === "rev-parse")
      return option === "--verify" ? said(`${"f".repeat(40)}\n`) : said("\n");
    if (word === "ls-tree") {
      const lines = entries.map(
        (one) => `${one.mode} blob ${one.id} ${one.content.length}\t${one.path}\0`,
      );
      return said(lines.join(""));
    }
    if (word !== "cat-file") return undefined;
    const wanted = input.split("\n").flatMap((id) => entries.filter((one) => one.id === id));
    return said(
      wanted.map(({ id, content }) => `${id} blob ${content.length}\n${content}\n`).join(""),
    );
  };
}

function said(stdout: string): { readonly status: number; readonly stdout: string } {
  return { status: 0, stdout };
}
