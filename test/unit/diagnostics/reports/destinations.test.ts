/** Where reports go, and how they name files. */
import { describe, expect, it } from "vitest";
import { destinations, report } from "../../../../src/cli/report.ts";
import { UsageError } from "../../../../src/cli/usage-error.ts";
import { diagnostic } from "../../../../src/diagnostics/diagnostic.ts";
import { memoryHost } from "../../../../src/host/memory/memory-host.ts";

const file = "/home/repo/site/vms/web.pan";
const files = { [file]: "object template web;\n" };
const found = diagnostic("file-missing", { file, start: 0, end: 6 }, { path: "x" });

/** What a command in /home/repo/site prints and writes. */
async function run(options: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const host = memoryHost({ files: { ...files, ...more }, currentDirectory: "/home/repo/site" });
  const printed = { stdout: "", stderr: "" };
  const terminal = {
    stdout: (text: string) => {
      printed.stdout += text;
    },
    stderr: (text: string) => {
      printed.stderr += text;
    },
    colors: true,
    width: 80,
  };
  const findings = { diagnostics: [found, found], sources: (path: string) => host.readText(path) };
  await report(findings, destinations(options), { host, terminal });
  return { ...printed, written: (path: string) => host.readText(path) ?? "" };
}

const refusal = (options: readonly string[]): string => {
  try {
    destinations(options);
    return "";
  } catch (error) {
    if (error instanceof UsageError) return error.diagnostics[0]?.code ?? "";
    throw error;
  }
};

describe("destinations", () => {
  it("are text on stderr if nothing is said", async () => {
    const { stdout, stderr } = await run([]);
    expect(stdout).toBe("");
    expect(stderr).toContain("vms/web.pan:1:1");
    expect(stderr).toContain("\u001b[");
  });

  it("may be several at once, without colours in files", async () => {
    const { stdout, stderr, written } = await run(["github", "text=a.txt", "json=b/c.jsonl"]);
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^::error .*\n$/);
    expect(written("/home/repo/site/a.txt")).toMatch(/^error\[file-missing\]/);
    expect(written("/home/repo/site/b/c.jsonl").split("\n")).toHaveLength(2);
  });

  it("are refused in one place, by another name too", () => {
    expect(refusal(["sarif", "junit"])).toBe("reports-in-one-place");
    expect(refusal(["sarif=a", "text=./a"])).toBe("reports-in-one-place");
    expect(refusal(["text", "sarif", "junit=a", "json=b"])).toBe("");
    expect(refusal(["junit="])).toBe("report-file-unnamed");
    expect(refusal(["Junit"])).toBe("unknown-diagnostics-format");
  });
});

describe("paths", () => {
  it("are named from the root of the repository where services want it", async () => {
    const worktree = { "/home/repo/.git": "gitdir: /elsewhere\n" };
    for (const more of [worktree, { "/home/repo/.git/HEAD": "ref: x\n" }]) {
      const { stdout, written } = await run(["github", "rdjson=r"], more);
      expect(stdout).toContain("file=site/vms/web.pan,");
      expect(JSON.parse(written("/home/repo/site/r")).diagnostics[0].location.path).toBe(
        "vms/web.pan",
      );
    }
  });

  it("are named from the current directory where there is no repository", async () => {
    expect((await run(["github"])).stdout).toContain("file=vms/web.pan,");
  });
});
