/** The script for what xl.cfg has no key for: the budget of the real-time scheduler. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { SpawnedFile } from "../../../src/spawn/spawn-result.ts";
import { printScript } from "../../../src/spawn/xen/script.ts";
import { buildXlKey, cfgOf } from "./xl-key-fixtures.ts";

function build(release: string, realtime: object): ReturnType<typeof buildXlKey> {
  const set = { "/system/scheduling/realtime": realtime, "/system/name": "web-1" };
  return buildXlKey({ group: "", key: "", guest: "pv", release, set, cfg: [] });
}

function scriptOf(release: string, realtime: object): SpawnedFile | undefined {
  return build(release, realtime).files.find(({ name }) => name === "web-1.post-create.sh");
}

describe("the script after creation", () => {
  it("says what it is, and stops at failures", () => {
    expect(scriptOf("4.17", { period: 20_000, budget: 5000 })).toEqual({
      name: "web-1.post-create.sh",
      content: [
        "#!/bin/sh",
        "# web-1: to be run when xl create has made the machine.",
        "# Made by vmcs from key, source sha256:0123abcd.",
        "#",
        "# xl.cfg has no key for the budget of the real-time scheduler.",
        "",
        "set -eu",
        "",
        "xl sched-rtds -d web-1 -v all -p 20000 -b 5000 -e 1",
        "",
      ].join("\n"),
      executable: true,
    });
  });

  it.each([
    ["4.5", "xl sched-rtds -d web-1 -p 3000 -b 1000\n"],
    ["4.7", "xl sched-rtds -d web-1 -v all -p 3000 -b 1000\n"],
    ["4.10", "xl sched-rtds -d web-1 -v all -p 3000 -b 1000 -e 1\n"],
  ])("is written for the xl of %s", (release, command) => {
    expect(scriptOf(release, { period: 3000, budget: 1000 })?.content).toContain(command);
  });

  it("says whether there is extra time", () => {
    const realtime = { period: 3000, budget: 1000, extratime: false };
    expect(scriptOf("4.10", realtime)?.content).toContain(" -e 0\n");
  });

  it("alone sets a period that is shorter than the default budget", () => {
    expect(cfgOf(build("4.17", { period: 3999, budget: 1000 }))).not.toContain("period");
    expect(cfgOf(build("4.17", { period: 4000, budget: 1000 }))).toContain("period = 4000\n");
  });

  it("is absent where there is nothing to do, and where there are errors", () => {
    const { files } = buildXlKey({
      ...{ group: "", key: "", guest: "pv", release: "4.17" },
      ...{ set: {}, cfg: [] },
    });
    expect(files.filter(({ name }) => name.endsWith(".sh"))).toEqual([]);
    expect(build("4.4", { period: 20_000, budget: 5000 }).files).toEqual([]);
  });
});

describe("commands", () => {
  it("are words to the shell as they were given", () => {
    const words = [
      "a b",
      "it's",
      "$HOME",
      "`id`",
      "x;y",
      "*",
      "",
      "\\",
      '"',
      "plain-1_2.3/4:5=6@7%8+9",
    ];
    const script = printScript(["any"], [["printf", "%s\\n", ...words]]);
    const { stdout, status } = spawnSync("sh", ["-c", script], { encoding: "utf8" });
    expect([status, stdout]).toEqual([0, words.map((word) => `${word}\n`).join("")]);
  });

  it("after one that fails are not run", () => {
    const directory = mkdtempSync(join(tmpdir(), "vmcs-script-"));
    const path = join(directory, "run.sh");
    writeFileSync(path, printScript([], [["false"], ["echo", "reached"]]));
    chmodSync(path, 0o755);
    const { stdout, status } = spawnSync(path, { encoding: "utf8" });
    rmSync(directory, { recursive: true });
    expect([status, stdout]).toEqual([1, ""]);
  });
});
