/** Two sets of emitted files → the machines that differ: each file is read as what it is, and compared as a tree. */

import { compareCodeUnits } from "../base/compare.ts";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { Dict } from "../pan/tree/dict.ts";
import type { Term } from "../pan/tree/term.ts";
import type { Property } from "../pan/tree/value.ts";
import { noSpan } from "../text/span.ts";
import type { Change, Step } from "./change.ts";
import { compareTrees } from "./compare-trees.ts";
import { configurationSteps } from "./documents/configuration-path.ts";
import { documentName, documentTree, isProfile } from "./documents/document.ts";
import type { ReadXml } from "./documents/xml-tree.ts";
import { type Classify, type Running, runningWith } from "./effects/classify.ts";
import type { Effect } from "./effects/effect.ts";
import type { Comparison, ExplainedChange, MachineDiff, Writer } from "./machine-diff.ts";
import { isSecretChange } from "./secret-values.ts";

export interface EmittedFile {
  /** Below the directory. */
  readonly path: string;
  /** How it is named in what is shown. */
  readonly label: string;
  readonly text: () => string | undefined;
  /** Who wrote what is at a path of the configuration that the file is made of; for files that a build would make. */
  readonly writer?: ((terms: readonly Term[]) => Writer | undefined) | undefined;
}

export interface CompareFilesInput {
  readonly before: readonly EmittedFile[];
  readonly after: readonly EmittedFile[];
  readonly readXml: ReadXml;
  readonly effects: ReadonlyMap<string, Classify>;
}

export function compareFiles(input: CompareFilesInput): Comparison {
  const comparison = new FileComparison(input);
  const before = byMachine(input.before);
  const after = byMachine(input.after);
  const names = new Set([...before.keys(), ...after.keys()]);
  for (const name of [...names].sort(compareCodeUnits)) {
    comparison.machine(name, before.get(name) ?? nothing, after.get(name) ?? nothing);
  }
  const { machines, same, diagnostics } = comparison;
  return { machines, failed: [], same, diagnostics, built: { before: 0, after: 0 } };
}

type Documents = ReadonlyMap<string, EmittedFile>;

const nothing: Documents = new Map();

function byMachine(files: readonly EmittedFile[]): ReadonlyMap<string, Documents> {
  const machines = new Map<string, Map<string, EmittedFile>>();
  for (const file of files) {
    const name = documentName(file.path);
    if (name === undefined) continue;
    const documents = machines.get(name.machine) ?? new Map<string, EmittedFile>();
    documents.set(name.kind, file);
    machines.set(name.machine, documents);
  }
  // The parts of a configuration of xl say nothing that the whole does not say.
  for (const documents of machines.values()) {
    if (!documents.has(".cfg")) continue;
    for (const kind of documents.keys()) if (kind.endsWith(".xl")) documents.delete(kind);
  }
  return machines;
}

/** Of several forms of one profile that both sides have, one will do. */
function kindsOf(before: Documents, after: Documents): readonly string[] {
  const all = [...new Set([...before.keys(), ...after.keys()])].sort(compareCodeUnits);
  const shared = all.find((kind) => isProfile(kind) && before.has(kind) && after.has(kind));
  return shared === undefined ? all : all.filter((kind) => kind === shared || !isProfile(kind));
}

class FileComparison {
  readonly machines: MachineDiff[] = [];
  readonly diagnostics: Diagnostic[] = [];
  same = 0;
  private readonly input: CompareFilesInput;

  constructor(input: CompareFilesInput) {
    this.input = input;
  }

  machine(name: string, before: Documents, after: Documents): void {
    const kinds = kindsOf(before, after);
    const labels = (documents: Documents): readonly string[] =>
      [...documents.values()].map(({ label }) => label).toSorted(compareCodeUnits);
    if (before.size === 0 || after.size === 0) {
      const state = before.size === 0 ? "added" : "removed";
      const files = labels(before.size === 0 ? after : before);
      this.machines.push({ name, state, files, changes: [], sources: [] });
      return;
    }
    const changes = kinds.flatMap((kind) => this.document(kind, before.get(kind), after.get(kind)));
    if (changes.length === 0) this.same++;
    else this.machines.push({ name, state: "changed", files: labels(after), changes, sources: [] });
  }

  private document(
    kind: string,
    before: EmittedFile | undefined,
    after: EmittedFile | undefined,
  ): readonly ExplainedChange[] {
    const [old, current] = [before?.text(), after?.text()];
    if (old === current && before !== undefined && after !== undefined) return [];
    const first = this.tree(kind, before, old);
    const second = this.tree(kind, after, current);
    if (first === undefined || second === undefined) return [];
    const document = isProfile(kind) ? undefined : kind;
    const running = runningAs(kind, first);
    return compareTrees(first, second).map((change) =>
      this.explain(change, kind, document, running, before, after),
    );
  }

  private explain(
    change: Change,
    kind: string,
    document: string | undefined,
    running: Running | undefined,
    before: EmittedFile | undefined,
    after: EmittedFile | undefined,
  ): ExplainedChange {
    const steps = configurationSteps(kind, change.steps);
    const terms = steps?.filter((step): step is Term => typeof step !== "object");
    const isPlain = terms !== undefined && terms.length === steps?.length;
    const whose = (file: EmittedFile | undefined): Writer | undefined =>
      isPlain ? file?.writer?.(terms) : undefined;
    return {
      ...change,
      document,
      isSecret: isSecretChange(change),
      writtenBefore: change.before && whose(before),
      writtenAfter: change.after && whose(after),
      effects: steps === undefined ? noEffects : this.effectsOf(change, steps, kind, running),
    };
  }

  /** What another platform does with a change of this one's file is nobody's question. */
  private effectsOf(
    change: Change,
    steps: readonly Step[],
    kind: string,
    running: Running | undefined,
  ): ReadonlyMap<string, Effect> {
    if (running === undefined) return noEffects;
    const whole = change.whole + steps.length - change.steps.length;
    const wanted = [...this.input.effects].filter(
      ([name]) => !kind.endsWith(".cfg") || name === "xen",
    );
    return new Map(
      wanted.map(([name, classify]) => [name, classify({ ...change, steps, whole }, running)]),
    );
  }

  /** A file of one side alone is compared with an empty one. */
  private tree(
    kind: string,
    file: EmittedFile | undefined,
    text: string | undefined,
  ): Dict | undefined {
    if (file === undefined) return new Dict();
    const tree = text === undefined ? undefined : documentTree(kind, text, this.input.readXml);
    if (tree === undefined) {
      this.diagnostics.push(
        // No line of it is shown, as it may hold a secret.
        diagnostic("diff-file-unreadable", noSpan, { path: file.label }),
      );
    }
    return tree;
  }
}

const noEffects: ReadonlyMap<string, Effect> = new Map();
const machineRoots = ["hardware", "network", "system", "storage", "software"];

/** What a file says that the machine runs with; undefined for a profile that describes no machine. */
function runningAs(kind: string, tree: Dict): Running | undefined {
  if (isProfile(kind)) {
    return machineRoots.every((name) => tree.peek(name) !== undefined)
      ? runningWith(tree)
      : undefined;
  }
  const values = new Map<string, Property>();
  for (const { steps, after } of compareTrees(new Dict(), tree)) {
    const path = configurationSteps(kind, steps);
    if (path !== undefined && after !== undefined)
      values.set(`/${path.join("/")}`, after.leaf.value);
  }
  return (path) => values.get(path);
}
