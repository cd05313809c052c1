/** The commands keep syntax trees in the user's cache, and do without them where they cannot, or are told to. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { runCommand } from "../support/command.ts";

const folder = mkdtempSync(join(tmpdir(), "vmcs-trees-"));
const cache = join(folder, "cache");
const trees = join(cache, "vmcs/trees");
mkdirSync(join(folder, "out"));
writeFileSync(join(folder, "a.pan"), "object template a;\ninclude 'b';\n\"/x\" = Y;\n");
writeFileSync(join(folder, "b.pan"), "template b;\nvariable Y = list(1, 2.5, 'ä');\n");

beforeEach(() => rmSync(cache, { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

describe("syntax trees", () => {
  it("are kept by the first run, for nobody else to read, and left alone by the next one", () => {
    const first = build([]);
    const [name = ""] = readdirSync(trees);
    const before = statSync(join(trees, name));
    expect(before.mode & 0o777).toBe(0o600);
    expect(build([])).toEqual(first);
    expect(statSync(join(trees, name)).ino).toBe(before.ino);
    expect(first).toMatchObject({ status: 0, stderr: "" });
  });

  it("are neither used nor kept with --no-cache", () => {
    const first = build(["--no-cache"]);
    expect(existsSync(trees)).toBe(false);
    expect(build([])).toEqual(first);
  });

  it("that are damaged, or cannot be written, change nothing", () => {
    const first = build([]);
    const [name = ""] = readdirSync(trees);
    const bytes = readFileSync(join(trees, name));
    for (const damaged of [Buffer.alloc(0), bytes.subarray(0, bytes.length >> 1), bytes.fill(7)]) {
      writeFileSync(join(trees, name), damaged);
      expect(build([])).toEqual(first);
    }
    rmSync(cache, { recursive: true });
    writeFileSync(cache, "no directory");
    expect(build([])).toEqual(first);
  });
});

function build(options: readonly string[]): unknown {
  const args = [...options, "--formats", "json,dep", "--output-dir", "out", "a.pan"];
  const { status, stderr } = runCommand("panc", args, {
    cwd: folder,
    env: { XDG_CACHE_HOME: cache },
  });
  return { status, stderr, json: readFileSync(join(folder, "out/a.json"), "utf8") };
}
