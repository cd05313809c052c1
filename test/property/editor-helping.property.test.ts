/**
 * Help for whoever writes a template, wherever the cursor stands and whatever is missing: no text makes it throw, and
 * what it would replace lies on the cursor's line.
 */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Profiles } from "../../src/editor/analysis/profiles.ts";
import { completionsAt } from "../../src/editor/completion/complete.ts";
import { KnownPackages } from "../../src/editor/completion/package-names.ts";
import {
  incomingCalls,
  outgoingCalls,
  prepareCallsAt,
} from "../../src/editor/hierarchy/call-hierarchy.ts";
import { countLens, lensesIn } from "../../src/editor/hints/code-lenses.ts";
import { hintSettings } from "../../src/editor/hints/hint-settings.ts";
import { hintsIn } from "../../src/editor/hints/inlay-hints.ts";
import { signatureAt } from "../../src/editor/hints/signature.ts";
import { describeSubject } from "../../src/editor/hover/describe-subject.ts";
import { hoverAt } from "../../src/editor/hover/hover.ts";
import type { Knowledge } from "../../src/editor/hover/markdown.ts";
import { Workspace } from "../../src/editor/workspace/workspace.ts";
import { memoryHost } from "../../src/host/memory/memory-host.ts";
import { defaultSettings } from "../../src/pan/linter/settings.ts";
import { readMarkers } from "../support/markers.ts";
import { filesBelow, repositoryPath } from "../support/repository.ts";
import { runs } from "../support/runs.ts";
import { parseArchive } from "../support/txtar.ts";

const seed = 20_261_122;
const path = "/project/web.pan";

const helped = ["completion", "hover", "signature", "inlay", "lens", "hierarchy"];
/** The templates of the fixtures, with what stands beside them. */
const workspaces = helped.flatMap((folder) =>
  filesBelow(`test/fixtures/editor/${folder}`).flatMap((name) => {
    if (!name.endsWith(".txtar")) return [];
    const { files } = parseArchive(
      readFileSync(repositoryPath(`test/fixtures/editor/${folder}/${name}`), "utf8"),
    );
    const own = [...readMarkers(files).texts].filter(([name]) => /\.pan$/.test(name));
    return [own];
  }),
);

interface Case {
  readonly files: readonly (readonly [string, string])[];
  readonly text: string;
  readonly offset: number;
}

/** A template with a piece left out, and perhaps something nobody expects in its place. */
const cases: fc.Arbitrary<Case> = fc
  .constantFrom(...workspaces)
  .chain((files) =>
    fc.record({
      files: fc.constant(files),
      text: fc.constantFrom(...files.map(([, text]) => text)),
      cut: fc.nat(),
      length: fc.integer({ min: 0, max: 12 }),
      isEnd: fc.boolean(),
      insert: fc.constantFrom(
        "",
        "'",
        '"',
        "{",
        "}",
        "(",
        ")",
        "[",
        "@",
        "@(",
        "<<X\n",
        "/",
        "\r",
        ";",
        "🙂",
        "\u0000",
        "ä",
        "=",
        "with ",
        "# ",
      ),
    }),
  )
  .map(({ files, text, cut, length, isEnd, insert }) => {
    const start = text.length === 0 ? 0 : cut % (text.length + 1);
    const rest = isEnd ? "" : text.slice(start + length);
    return { files, text: text.slice(0, start) + insert + rest, offset: start + insert.length };
  });

/** The workspace of a fixture is read once; each case is another text in the editor, as somebody types them. */
const read = new Map<Case["files"], Workspace>();

function workspaceWith({ files, text }: Case): Workspace {
  const workspace = read.get(files) ?? workspaceOf(files);
  read.set(files, workspace);
  workspace.open(path, text, 1);
  return workspace;
}

function workspaceOf(files: Case["files"]): Workspace {
  const onDisk = Object.fromEntries(files.map(([name, content]) => [`/project/${name}`, content]));
  const workspace = new Workspace(memoryHost({ files: onDisk, currentDirectory: "/project" }), {
    dialect: "vmcs",
    includePath: [],
    library: [],
    rules: [],
    packages: [],
    packagedRules: false,
    lint: defaultSettings,
    target: { backends: ["xen"], xenRelease: "4.17" },
    lineWidth: 120,
  });
  for (const _ of workspace.load(["/project"]));
  return workspace;
}

test("No text and no place in it make help throw, and completions replace on one line.", () => {
  fc.assert(
    fc.property(cases, (one) => {
      const workspace = workspaceWith(one);
      const file = workspace.file(path);
      if (file === undefined) throw new Error("The file is open.");
      const profiles = new Profiles(workspace);
      const known: Knowledge = { workspace, profiles, addressOf: () => undefined };
      const packages = new KnownPackages(workspace).for(path);
      const place = { file, offset: one.offset };
      const { items, range } = completionsAt(workspace, packages, place);
      expect(range.start).toBeLessThanOrEqual(one.offset);
      expect(range.end).toBeGreaterThanOrEqual(one.offset);
      expect(one.text.slice(range.start, range.end)).not.toMatch(/[\r\n]/);
      for (const { subject } of items.slice(0, 3)) {
        if (subject !== undefined) describeSubject(known, packages, file, subject);
      }
      hoverAt(known, place);
      const signature = signatureAt(workspace, place);
      for (const { start, end } of signature?.parameters ?? []) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(signature?.label.length ?? 0);
      }
      for (const item of prepareCallsAt(workspace, place)) {
        incomingCalls(workspace, item);
        outgoingCalls(workspace, item);
      }
      for (const lens of lensesIn(workspace, file)) countLens(workspace, file, lens);
      profiles.get(path);
      const range2 = { start: 0, end: one.text.length };
      hintsIn({ workspace, profiles, settings: hintSettings(undefined), file, range: range2 });
    }),
    { seed, numRuns: runs(150, 800) },
  );
});
