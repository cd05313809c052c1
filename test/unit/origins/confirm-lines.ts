/**
 * Whether what is said to be behind a line is behind it.
 *
 * The judge is the compiler: a literal in the statement that is blamed is changed in its source, everything is built
 * again from the sources, and the line must be another one.
 */

import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import type { EmittedFile } from "../../../src/origins/emitted-files.ts";
import type {
  FileOrigins,
  LineOrigin,
  LineOrigins,
  OriginSource,
} from "../../../src/origins/line-origins.ts";
import { otherValues, samplesOf } from "../../../src/origins/other-values.ts";
import { valueInTree } from "../../../src/origins/tree-origins.ts";
import { explainPath } from "../../../src/pan/history/explain-path.ts";
import type { ExplainedWrite, Read } from "../../../src/pan/history/explanation.ts";
import { Dict } from "../../../src/pan/tree/dict.ts";
import { List } from "../../../src/pan/tree/list.ts";
import type { Term } from "../../../src/pan/tree/term.ts";
import type { Value } from "../../../src/pan/tree/value.ts";
import type { Span } from "../../../src/text/span.ts";
import {
  type BuiltExample,
  buildExample,
  type ExampleChange,
  type ExplainedExample,
  type Writers,
} from "./build-example.ts";
import {
  literals,
  otherStatements,
  panLiteral,
  plain,
  shapeOf,
  unquoted,
} from "./other-statements.ts";

/** How a line was confirmed, or that it could not be. */
export type Verdict =
  /** A literal of the statement behind the value was changed. */
  | "literal"
  /** A later statement gave the path another value, or took it away. */
  | "override"
  /** The statement has the value as a literal, and nothing else is allowed there. */
  | "stated"
  /** It begins or ends what has lines that were confirmed. */
  | "content"
  /** The object template got another name; the sources another digest; the options another release. */
  | "name"
  | "digest"
  | "option"
  /** What is left open was given. */
  | "given"
  /** Nothing is said to be behind it. */
  | "own"
  | "blank"
  | "unconfirmed";

/** Lines by the names of their files, without those of machines. */
type Lines = ReadonlyMap<string, readonly string[]>;

type Attempt = readonly [Verdict, Lines];

export interface JudgedFile {
  readonly file: EmittedFile;
  readonly origins: FileOrigins;
  /** Of each line. */
  readonly verdicts: readonly Verdict[];
}

export class Judge {
  private readonly path: string;
  private readonly built: ExplainedExample;
  private readonly writers: Writers;
  private readonly isWanted: (file: EmittedFile) => boolean;
  private readonly lines: Lines;
  /** What was tried already serves all lines. */
  private readonly attempts = new Map<string, Remembered<Attempt>>();
  builds = 0;

  /** Only files that are wanted are looked at. */
  constructor(
    path: string,
    built: ExplainedExample,
    writers: Writers,
    isWanted: (file: EmittedFile) => boolean,
  ) {
    this.path = path;
    this.built = built;
    this.writers = writers;
    this.isWanted = isWanted;
    this.lines = linesOf(built, isWanted);
  }

  judge(file: EmittedFile): JudgedFile {
    const origins = file.origins();
    if (origins === undefined) throw new Error(`${file.name} has no origins.`);
    const explained = origins.lines.map((_, index) => origins.of(index + 1));
    const verdicts = new Map<number, Verdict>();
    const judged = (index: number): Verdict => {
      const line = explained[index];
      const known = verdicts.get(index);
      if (known !== undefined || line === undefined) return known ?? "unconfirmed";
      const inner = isContainer(line) ? lineNumbers(line.range).map((number) => number - 1) : [];
      const values = inner.filter((one) => explained[one]?.origins[0]?.role === "value");
      const isFull = values.some((one) => one !== index && confirmed.has(judged(one)));
      const verdict = isFull ? "content" : this.verdict(file, index + 1, line);
      verdicts.set(index, verdict);
      return verdict;
    };
    const whole = explained.map((_, index) => judged(index));
    return { file, origins, verdicts: whole };
  }

  /** `line` from 1. */
  private verdict(
    file: EmittedFile,
    line: number,
    { origins, relation, range }: LineOrigins,
  ): Verdict {
    const [first] = origins;
    if (first === undefined) return relation === "blank" ? "blank" : "own";
    // What closes or holds other lines is there as long as they are.
    const isOwn = relation === "itself" || relation === "within";
    const at = isOwn ? [line] : lineNumbers(range);
    const tried = this.confirmation(nameOf(file), line, at, first);
    if (tried !== undefined) return tried;
    const { source } = first;
    return source.kind === "path" && this.isStated(source.terms) ? "stated" : "unconfirmed";
  }

  /** The verdict of the first change of what is behind the line after which one of some lines is another. */
  private confirmation(
    name: string,
    line: number,
    at: readonly number[],
    origin: LineOrigin,
  ): Verdict | undefined {
    for (const source of sourcesOf(origin)) {
      for (const [verdict, changed] of this.attemptsAt(source, origin.role)) {
        if (at.some((number) => this.isChanged(changed, name, number))) return verdict;
        if (verdict === "given" && this.isFilled(changed, name, line, origin)) return verdict;
      }
    }
    return undefined;
  }

  /** Of a dict without anything in it the format `text` shows nothing but the name, which stays. */
  private isFilled(changed: Lines, name: string, line: number, { role }: LineOrigin): boolean {
    if (!name.startsWith("profile format text") || role !== "name") return false;
    return this.lines.get(name)?.[line] !== changed.get(name)?.[line];
  }

  private isChanged(changed: Lines, file: string, line: number): boolean {
    const before = this.lines.get(file) ?? [];
    const after = changed.get(file) ?? [];
    const text = before[line - 1];
    if (before.length === after.length) return after[line - 1] !== text;
    const count = (lines: readonly string[]): number => lines.filter((one) => one === text).length;
    return count(after) < count(before);
  }

  private attemptsAt(source: OriginSource, role: LineOrigin["role"]): Iterable<Attempt> {
    const key = JSON.stringify([source, role === "absence"]);
    let known = this.attempts.get(key);
    if (known === undefined) {
      known = new Remembered(this.tryAll(source, role));
      this.attempts.set(key, known);
    }
    return known;
  }

  /** Whether the statement that the value comes from has it as a literal. */
  private isStated(terms: readonly Term[]): boolean {
    const value = valueInTree(this.built.profile.root, terms);
    return this.statements(terms).some(({ file, start, end }) => {
      const text = readFileSync(file, "utf8").slice(start, end);
      return [...text.matchAll(literals)].some(([raw]) => unquoted(raw) === String(value));
    });
  }

  /** Statements behind the value, those that win first, and then the ones that they have looked at. */
  private statements(terms: readonly Term[]): readonly Span[] {
    const { writes } = explainPath(this.built.history, terms);
    const spans = writes.filter(({ isWinner }) => isWinner).flatMap(spansOf);
    const unique = new Map(spans.map((span) => [`${span.file}:${span.start}:${span.end}`, span]));
    return [...unique.values()].filter(({ file }) => file !== "");
  }

  private *tryAll(source: OriginSource, role: LineOrigin["role"]): Generator<Attempt> {
    switch (source.kind) {
      case "path":
        if (role === "absence") yield* this.give(source.terms);
        else {
          yield* this.changeLiteral(source.terms);
          yield* this.override(source.terms);
          yield* this.fill(source.terms);
        }
        return;
      case "profile":
        yield* this.attempt("name", this.renamed());
        return;
      case "sources":
        yield* this.attempt("digest", { digest: "sha256:fedcba9876543210" });
        return;
      case "option":
        for (const xenRelease of ["4.22", "4.10", "4.2"]) {
          yield* this.attempt("option", { xenRelease });
        }
        return;
      case "file":
        return;
    }
  }

  private *attempt(verdict: Verdict, change: ExampleChange): Generator<Attempt> {
    this.builds++;
    const built = buildExample(this.path, this.writers, change);
    if (built !== undefined && built.files.length > 0) {
      yield [verdict, linesOf(built, this.isWanted)];
    }
  }

  private *changeLiteral(terms: readonly Term[]): Generator<Attempt> {
    const value = valueInTree(this.built.profile.root, terms);
    if (value === undefined) return;
    for (const { file, start, end } of this.statements(terms)) {
      let left = 3;
      const text = readFileSync(file, "utf8");
      const statement = text.slice(start, end);
      for (const changed of otherStatements(
        statement,
        value,
        String(terms.at(-1)),
        shapeOf(terms),
      )) {
        const overlay = new Map([[file, text.slice(0, start) + changed + text.slice(end)]]);
        for (const attempt of this.attempt("literal", { overlay })) {
          yield attempt;
          left--;
        }
        if (left === 0) break;
      }
    }
  }

  /** What cannot be without the path goes with it; where that is not enough, what holds the path goes. */
  private *override(terms: readonly Term[]): Generator<Attempt> {
    const { root } = this.built.profile;
    const value = valueInTree(root, terms);
    const shape = shapeOf(terms);
    const others =
      shape === undefined || value === undefined ? [] : otherValues(shape, plain(value));
    for (const other of others.slice(0, 3))
      yield* this.append([[terms, panLiteral(other)]], "override");
    for (let path = terms; path.length > 1; path = path.slice(0, -1)) {
      yield* this.append([[path, "null"]], "override");
      const key = path.at(-1);
      if (typeof key !== "string") continue;
      const dependents = holdersOf(root, key).map((at) => [at, "null"] as const);
      yield* this.append([...dependents, [path, "null"]], "override");
    }
  }

  /** Something in what is empty. */
  private *fill(terms: readonly Term[]): Generator<Attempt> {
    const shape = shapeOf(terms);
    if (shape?.kind !== "record") return;
    for (const [name, field] of Object.entries(shape.fields).slice(0, 6)) {
      yield* this.append([[[...terms, name], panLiteral(samplesOf(field.shape)[0])]], "given");
    }
  }

  private *give(terms: readonly Term[]): Generator<Attempt> {
    const shape = shapeOf(terms);
    for (const sample of shape === undefined ? [] : samplesOf(shape)) {
      yield* this.append([[terms, panLiteral(sample)]], "given");
    }
  }

  private *append(
    assignments: readonly (readonly [readonly Term[], string])[],
    verdict: Verdict,
  ): Generator<Attempt> {
    const { file } = this.built.profile;
    const text = readFileSync(file, "utf8");
    const statements = assignments.map(
      ([terms, literal]) => `'/${terms.join("/")}' = ${literal};\n`,
    );
    yield* this.attempt(verdict, { overlay: new Map([[file, `${text}\n${statements.join("")}`]]) });
  }

  private renamed(): ExampleChange {
    const { file, name } = this.built.profile;
    const text = readFileSync(file, "utf8").replace(
      /^object template [^;]+;/m,
      `object template ${name}x;`,
    );
    const other = `${dirname(file)}/${name}x.pan`;
    return { file: other, overlay: new Map([[other, text]]) };
  }
}

const confirmed: ReadonlySet<Verdict> = new Set([
  "literal",
  "override",
  "stated",
  "name",
  "digest",
  "option",
  "given",
]);

/** Whether the line is there because of what is in it. */
function isContainer({ origins, range, relation }: LineOrigins): boolean {
  const role = origins[0]?.role;
  return range.last > range.first && relation !== "within" && role !== "value";
}

/** A generator that can be gone through again, and goes on where it was left. */
class Remembered<T> {
  private readonly items: T[] = [];
  private readonly rest: Iterator<T>;

  constructor(rest: Iterator<T>) {
    this.rest = rest;
  }

  *[Symbol.iterator](): Generator<T> {
    for (let index = 0; ; index++) {
      if (index === this.items.length) {
        const { done, value } = this.rest.next();
        if (done === true) return;
        this.items.push(value);
      }
      yield this.items[index] as T;
    }
  }
}

function linesOf({ files }: BuiltExample, isWanted: (file: EmittedFile) => boolean): Lines {
  const wanted = files.filter(isWanted);
  return new Map(wanted.map((file) => [nameOf(file), file.content().split("\n")]));
}

/** The same for another name of the machine or the profile. */
function nameOf({ name, writer, machine = "" }: EmittedFile): string {
  const number = /-(\d+)$/.exec(machine)?.[1] ?? "";
  const own = name.startsWith(machine) ? name.slice(machine.length) : name;
  return `${writer} ${number} ${machine === "" ? "" : own}`;
}

/** Dicts and lists that hold a text which names a key, such as the filesystem of a disk. */
function holdersOf(
  root: Value,
  key: string,
  path: readonly Term[] = [],
): readonly (readonly Term[])[] {
  const children: readonly (readonly [Term, Value | undefined])[] =
    root instanceof Dict
      ? root.keys().map((name) => [name, root.peek(name)] as const)
      : root instanceof List
        ? root.toArray().map((item, index) => [index, item] as const)
        : [];
  return children.flatMap(([term, value]): readonly (readonly Term[])[] => {
    if (value === undefined) return [];
    const isName =
      typeof value === "string" &&
      new RegExp(`^${key.replace(/[^\w-]/g, "\\$&")}\\d*$`).test(value);
    return isName && path.length > 1 ? [path] : holdersOf(value, key, [...path, term]);
  });
}

function lineNumbers({ first, last }: LineOrigins["range"]): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function spansOf({ place, type, inside, reads }: ExplainedWrite): readonly Span[] {
  const within = inside?.writes.filter(({ isWinner }) => isWinner).flatMap(spansOf) ?? [];
  const own = type?.place === undefined ? [place] : [type.place];
  return [...within, ...own, ...reads.flatMap(spansOfRead)];
}

function spansOfRead(read: Read): readonly Span[] {
  if (read.kind === "path") return [];
  return [...(read.place === undefined ? [] : [read.place]), ...read.reads.flatMap(spansOfRead)];
}

/** What was made from others is confirmed through these. */
function sourcesOf({ source, from }: LineOrigin): readonly OriginSource[] {
  return [...from, source];
}
