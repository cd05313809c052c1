/** The program of the playground's threads, bundled for browsers: it gives what the commands give. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {
  AnswerMessage,
  Answers,
  BuildRequest,
  Built,
  Description,
} from "../../playground/messages.ts";
import { buildPlayground } from "../../scripts/playground/build.ts";
import { readExamples } from "../../scripts/playground/content.ts";
import { callCommand } from "../support/call-command.ts";
import { repositoryPath } from "../support/repository.ts";
import { runs } from "../support/runs.ts";

type Ask = <Kind extends BuildRequest["kind"]>(
  request: Extract<BuildRequest, { readonly kind: Kind }>,
) => Promise<Answers[Kind]>;

const folder = mkdtempSync(join(tmpdir(), "vmcs-playground-"));
let ask: Ask;

beforeAll(async () => {
  await buildPlayground(folder);
  ask = startWorker(readFileSync(join(folder, "worker.js"), "utf8"));
}, 30_000);

afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the bundle where there is no `require` and no `process` of its own to be found. */
function startWorker(program: string): Ask {
  const waiting = new Map<number, (message: AnswerMessage) => void>();
  let listener: (event: { readonly data: object }) => void = () => undefined;
  const self = {
    name: "build",
    addEventListener: (_: string, take: typeof listener) => {
      listener = take;
    },
    postMessage: (message: AnswerMessage) => waiting.get(message.id)?.(structuredClone(message)),
  };
  const run = runInThisContext(`(function (self, process, require) {${program}\n})`) as (
    scope: typeof self,
  ) => void;
  run(self);
  let lastId = 0;
  return async <Kind extends BuildRequest["kind"]>(request: BuildRequest) => {
    const id = ++lastId;
    const answer = new Promise<AnswerMessage>((resolve) => waiting.set(id, resolve));
    listener({ data: { id, request } });
    const message = await answer;
    if ("failure" in message) throw new Error(message.failure);
    return message.answer as Answers[Kind];
  };
}

async function description(name: string): Promise<Description> {
  const example = (await readExamples()).find((one) => one.name === name);
  if (example === undefined) throw new Error(`There is no example ${name}.`);
  return { ...example, xenRelease: "4.17" };
}

function described(text: string): Description {
  return { files: [{ name: "a.pan", text }], repositories: [], xenRelease: "4.17" };
}

const build = async (of: Description): Promise<Built> => ask({ kind: "build", description: of });

describe("files", () => {
  it.each([
    ["web-server", "web-server"],
    ["compute-nodes", "compute-nodes"],
    ["debian-guest", "debian-guest"],
  ])("of %s are those of the command, byte for byte", async (example, profile) => {
    const { profiles, problems } = await build(await description(example));
    expect(problems).toEqual([]);
    const outputs = profiles.flatMap((one) => one.outputs);
    const writers = [...new Set(outputs.map(({ writer }) => writer))];
    const backends = writers.filter((writer) => writer !== "skeleton");
    const out = mkdtempSync(join(tmpdir(), "vmcs-playground-files-"));
    const file = repositoryPath(`examples/${example}/${profile}.pan`);
    const options = ["--backend", backends.join(","), "--output-dir", out, "--no-incremental"];
    const { status, stderr } = await callCommand("vmcs", ["build", file, ...options]);
    expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
    const written = readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
      .filter((name) => name !== `${profile}.json`);
    expect(outputs.map(({ name }) => name).toSorted()).toEqual(written.toSorted());
    for (const { name, text } of outputs) {
      expect(text, name).toBe(readFileSync(join(out, name), "utf8"));
    }
    rmSync(out, { recursive: true });
  });
});

describe("examples", () => {
  it("come to a result", async () => {
    const examples = await readExamples();
    for (const { name } of examples.slice(0, runs(4, examples.length))) {
      const { profiles } = await build(await description(name));
      expect(profiles.length, name).toBeGreaterThan(0);
    }
  });
});

describe("mistakes", () => {
  it("are told with their place", async () => {
    const { profiles, problems } = await build(described("object template a;\n'/x' = y + 1;\n"));
    expect(profiles.map(({ state }) => state)).toEqual(["failed"]);
    expect(problems).toMatchObject([
      { severity: "error", place: { file: "a.pan", line: 2, column: 8 } },
    ]);
  });

  it("in the grammar leave no profile, and say so", async () => {
    const { profiles, problems } = await build(described("object template a\n'/x' = ;\n"));
    expect(profiles).toEqual([]);
    expect(problems[0]?.place).toMatchObject({ file: "a.pan" });
  });

  it("of a backend are its own", async () => {
    const { files } = await description("web-server");
    const [file] = files;
    const text = `${file?.text ?? ""}\nprefix '/';\n'/system/scheduling/cap' = 50;\n`;
    const of = { ...described(text), files: [{ name: "web-server.pan", text }] };
    const { profiles } = await build(of);
    expect(profiles[0]?.outputs.some(({ name }) => name === "web1.cfg")).toBe(true);
  });

  it("of rules are those of the repositories that are named", async () => {
    const { problems } = await build(await description("rules/policies"));
    expect(problems.map(({ code }) => code)).toContain("rules-contradict");
  });
});

describe("explanations", () => {
  it("say who wrote a value", async () => {
    await build(described("object template a;\n'/x' = 1;\n'/x' = 2;\n"));
    const { text } = await ask({ kind: "explain-path", profile: "a", path: "/x" });
    expect(text).toContain("a.pan:2:1");
    expect(text).toContain("* a.pan:3:1");
  });

  it("are ready for what is gone", async () => {
    await build(described("object template a;\n'/x' = 1;\n"));
    const gone = await ask({ kind: "explain-path", profile: "b", path: "/x" });
    expect(gone.text).toContain("the description has changed");
    const line = await ask({ kind: "explain-line", profile: "a", file: "b.cfg", line: 3 });
    expect(line.text).toContain("the description has changed");
  });
});
