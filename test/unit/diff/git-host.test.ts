/** A revision as a host: its files at their places, links followed, large files fetched when they are wanted. */
import { describe, expect, it } from "vitest";
import { gitHost } from "../../../src/cli/diff/git-host.ts";
import { memoryHost } from "../../../src/host/memory/memory-host.ts";

const large = "x".repeat(100_000);

const objects: Readonly<Record<string, string>> = {
  a1: "template a;\n",
  b2: "é\n",
  c3: "../lib",
  d4: large,
  e5: "circle",
  f6: "/outside/file",
};

const tree = [
  "100644 blob a1 12\tlib/a.pan",
  "100755 blob b2 3\tlib/é.txt",
  "120000 blob c3 6\tsite/link",
  "100644 blob d4 100000\tbig/data.bin",
  "160000 commit 99 -\tvendor/other",
  "160000 commit aa -\tvendor/checked-out",
  "120000 blob e5 6\tcircle",
  "120000 blob f6 13\taway",
];

function host() {
  const asked: string[] = [];
  const base = memoryHost({
    currentDirectory: "/repo/site",
    files: {
      "/outside/file": "outside\n",
      "/repo/untracked": "no\n",
      "/repo/vendor/checked-out/.git": "gitdir: elsewhere\n",
    },
    run: (_command, args, { input = "", directory }) => {
      const isInner = args[0] === "ls-tree" && args.at(-1) === "aa";
      if (isInner && directory === "/repo/vendor/checked-out") {
        return { status: 0, stdout: "100644 blob a1 12\tinner.pan\0" };
      }
      if (args[0] === "ls-tree")
        return { status: 0, stdout: latin1(tree.map((line) => `${line}\0`).join("")) };
      const wanted = input.split("\n").filter((id) => id !== "");
      asked.push(...wanted);
      const answers = wanted.map((id) => {
        const bytes = latin1(objects[id] ?? "");
        return `${id} blob ${bytes.length}\n${bytes}\n`;
      });
      return { status: 0, stdout: answers.join("") };
    },
  });
  return {
    asked,
    opened: gitHost({ base, revision: "main", id: "0", top: "/repo", objects: new Map() }),
  };
}

/** As a program's bytes are given: a character for each. */
function latin1(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}

describe("a revision", () => {
  it("has its files, and those of outside", async () => {
    const git = await host().opened;
    expect(git.readText("/repo/lib/a.pan")).toBe("template a;\n");
    expect(git.readText("../lib/é.txt")).toBe("é\n");
    expect(git.list("/repo")).toEqual(["away", "big", "circle", "lib", "site", "vendor"]);
    expect(git.kind("/repo/lib")).toBe("directory");
    expect(git.kind("/repo/vendor/other")).toBe("directory");
    expect(git.readText("/outside/file")).toBe("outside\n");
  });

  it("has nothing that is only in the work tree", async () => {
    const git = await host().opened;
    expect(git.kind("/repo/untracked")).toBe("missing");
    expect(git.readText("/repo/untracked")).toBeUndefined();
    expect(git.readProblem("/repo/untracked")).toBe("it is not in main");
  });

  it("follows links, within it and out of it, and not in circles", async () => {
    const git = await host().opened;
    expect(git.readText("/repo/site/link/a.pan")).toBe("template a;\n");
    expect(git.list("/repo/site/link")).toEqual(["a.pan", "é.txt"]);
    expect(git.kind("/repo/circle")).toBe("missing");
    expect(git.linksOut()).toEqual([]);
    expect(git.readText("/repo/away")).toBe("outside\n");
    expect(git.linksOut()).toEqual([{ link: "/repo/away", target: "/outside/file" }]);
  });

  it("has what is in a repository within it, where that is checked out", async () => {
    const git = await host().opened;
    expect(git.list("/repo/vendor/checked-out")).toEqual(["inner.pan"]);
    expect(git.readText("/repo/vendor/checked-out/inner.pan")).toBe("template a;\n");
    expect(git.list("/repo/vendor/other")).toEqual([]);
  });

  it("fetches large files when they are wanted", async () => {
    const { asked, opened } = host();
    const git = await opened;
    expect(asked).not.toContain("d4");
    expect(await git.fetchMissing()).toBe(false);
    expect(git.readText("/repo/big/data.bin")).toBeUndefined();
    expect(await git.fetchMissing()).toBe(true);
    expect(git.readText("/repo/big/data.bin")).toBe(large);
    expect(await git.fetchMissing()).toBe(false);
  });
});
