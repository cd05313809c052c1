/**
 * Two compilers side by side, in turns, so that other load on the machine meets both.
 *
 *   npm run bench:compare -- REF [--rounds N]                    this checkout and another revision of it
 *   npm run bench:compare -- --against 'COMMAND' [--rounds N]    our panc and any command that takes its options
 *   … -- ARGUMENTS                                               compile that instead of the generated site
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { alternate, type ProcessCommand } from "./process.ts";
import { formatNumber, formatResults, type Result } from "./result.ts";
import { resultsOf } from "./whole-site.ts";
import { build, makeWorkspace, repository, siteArguments, smallArguments } from "./workspace.ts";

const { values, positionals, tokens } = parseArgs({
  options: { against: { type: "string" }, rounds: { type: "string", default: "7" } },
  allowPositionals: true,
  tokens: true,
});
const terminator = tokens.find(({ kind }) => kind === "option-terminator");
const own = terminator === undefined ? positionals.length : ownPositionals(terminator.index);
const [reference, ...surplus] = positionals.slice(0, own);
const given = positionals.slice(own);
const rounds = Number(values.rounds);
if ((reference === undefined) === (values.against === undefined) || surplus.length > 0) {
  console.error("usage: bench:compare (REF | --against 'COMMAND') [--rounds N] [-- ARGUMENTS]");
  process.exit(2);
}

if (reference !== undefined && !isRevision(reference)) {
  console.error(`There is no revision '${reference}'.`);
  process.exit(2);
}

const workspace = makeWorkspace();
const worktree = reference === undefined ? undefined : checkOut(reference);
try {
  build(repository);
  const args = given.length > 0 ? given : siteArguments(workspace);
  const results: Result[] = [];
  if (worktree === undefined) {
    const [command = "", ...first] = (values.against ?? "").split(/\s+/);
    results.push(
      ...(await compare("compile", ours("panc", args), { command, args: [...first, ...args] })),
    );
  } else {
    const theirs = (name: string, each: readonly string[]): ProcessCommand => ({
      command: process.execPath,
      args: [join(worktree, `dist/cli/${name}.js`), ...each],
    });
    const small = smallArguments(workspace);
    results.push(
      ...(await compare(
        "vmcs --version",
        ours("vmcs", ["--version"]),
        theirs("vmcs", ["--version"]),
      )),
      ...(await compare("vmcs compile, ten lines", ours("vmcs", small), theirs("vmcs", small))),
      ...(await compare("compile", ours("panc", args), theirs("panc", args))),
    );
  }
  console.log(formatResults(results));
} finally {
  if (worktree !== undefined) {
    execFileSync("git", ["worktree", "remove", "--force", worktree], { cwd: repository });
    rmSync(dirname(worktree), { recursive: true });
  }
  workspace.remove();
}

async function compare(
  group: string,
  ours: ProcessCommand,
  theirs: ProcessCommand,
): Promise<readonly Result[]> {
  const runs = await alternate({ ours, theirs }, rounds);
  const here = resultsOf(group, "this checkout, ", runs.get("ours") ?? []);
  const there = resultsOf(group, "the other, ", runs.get("theirs") ?? []);
  const ratios = here.map(({ name, value }, i) => ({
    group,
    name: name.replace("this checkout, ", "ratio of "),
    value: Number(formatNumber(value / (there[i]?.value ?? Number.NaN))),
    unit: "",
  }));
  return [...here, ...there, ...ratios];
}

function ours(name: string, args: readonly string[]): ProcessCommand {
  return { command: process.execPath, args: [join(repository, `dist/cli/${name}.js`), ...args] };
}

function isRevision(name: string): boolean {
  const args = ["rev-parse", "--verify", "--quiet", `${name}^{commit}`];
  return spawnSync("git", args, { cwd: repository }).status === 0;
}

/** A checkout of a revision with its commands built. */
function checkOut(revision: string): string {
  const folder = join(mkdtempSync(join(tmpdir(), "vmcs-revision-")), "checkout");
  execFileSync("git", ["worktree", "add", "--detach", folder, revision], {
    cwd: repository,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const lock = (checkout: string): string =>
    readFileSync(join(checkout, "package-lock.json"), "utf8");
  const modules = join(repository, "node_modules");
  if (existsSync(modules) && lock(folder) === lock(repository)) {
    symlinkSync(modules, join(folder, "node_modules"));
  } else {
    execFileSync("npm", ["ci", "--prefer-offline"], { cwd: folder, stdio: "inherit" });
  }
  build(folder);
  return folder;
}

/** How many positional arguments stand before the `--`. */
function ownPositionals(index: number): number {
  return tokens.filter((token) => token.kind === "positional" && token.index < index).length;
}
