/**
 * Java's regular expressions: `compileRegex`, and searching with what it gives.
 *
 * The result of a search is that of `java.util.regex` (Java 17), captures of groups in loops included. Where
 * JavaScript's matcher gives the same result in bounded time it does the work, else the one of this folder, which
 * gives up with `RegexBudgetExceeded` when a search takes too long.
 */

import { Machine } from "./machine.ts";
import { parseRegex } from "./parser.ts";
import { boundedLength } from "./path-count.ts";
import { RegexProblem } from "./problem.ts";
import { buildProgram, type Program } from "./program.ts";
import type { RegexSyntax } from "./syntax.ts";
import { translateRegex } from "./translate.ts";

export interface RegexMatch {
  readonly start: number;
  readonly end: number;
  /** The whole match, then what each group captured. */
  readonly groups: readonly (string | undefined)[];
}

export class Regex {
  readonly groupCount: number;
  readonly groupNames: ReadonlyMap<string, number>;
  private readonly program: Program;
  private readonly byCodePoint: boolean;
  private readonly native: NativeRegex | undefined;
  private machine: Machine | undefined;

  constructor(syntax: RegexSyntax, options: RegexOptions) {
    this.groupCount = syntax.groupCount;
    this.groupNames = syntax.groupNames;
    this.byCodePoint = syntax.byCodePoint;
    this.program = buildProgram(syntax);
    this.native = options.native ? nativeRegex(syntax, this.program.anchored) : undefined;
  }

  /** Whether the pattern occurs in the text. */
  test(text: string): boolean {
    const { native } = this;
    if (native === undefined || !native.takes(text)) return this.search(text, 0, 0) !== undefined;
    native.pattern.lastIndex = 0;
    return native.pattern.test(text);
  }

  /** The first match, or the next one after `previous`. */
  find(text: string, previous: RegexMatch | undefined): RegexMatch | undefined {
    const from = previous === undefined ? 0 : nextStart(previous);
    if (from > text.length) return undefined;
    const { native } = this;
    if (native?.exact === true && native.takes(text)) return native.find(text, from);
    return this.search(text, from, previous?.end ?? 0);
  }

  private search(text: string, from: number, previousEnd: number): RegexMatch | undefined {
    const { start, anchored } = this.program;
    if (anchored && from > 0) return undefined;
    const machine = this.machineFor(text);
    machine.previousEnd = previousEnd;
    for (let at = from; at <= text.length; at += this.stepAt(text, at)) {
      if (machine.run(start, at))
        return { start: at, end: machine.at, groups: machine.captures(at) };
      if (anchored) return undefined;
    }
    return undefined;
  }

  private machineFor(text: string): Machine {
    const { localCount, memoCount } = this.program;
    this.machine ??= new Machine(this.groupCount, localCount, memoCount);
    this.machine.reset(text);
    return this.machine;
  }

  private stepAt(text: string, at: number): number {
    return this.byCodePoint && (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
  }
}

export interface RegexOptions {
  /** Whether JavaScript's matcher may be used. */
  readonly native: boolean;
}

/** Compiles a pattern under flags of `flags.ts`. */
export function compileRegex(
  pattern: string,
  flags: number,
  options: RegexOptions = { native: true },
): Regex | RegexProblem {
  const syntax = parseRegex(pattern, flags);
  return syntax instanceof RegexProblem ? syntax : new Regex(syntax, options);
}

/** A translated pattern and the texts that it may be used for. */
class NativeRegex {
  readonly pattern: RegExp;
  readonly exact: boolean;
  private readonly maxLength: number;

  constructor(pattern: RegExp, exact: boolean, maxLength: number) {
    this.pattern = pattern;
    this.exact = exact;
    this.maxLength = maxLength;
  }

  takes(text: string): boolean {
    return text.length <= this.maxLength && isLatin.test(text);
  }

  find(text: string, from: number): RegexMatch | undefined {
    this.pattern.lastIndex = from;
    const found = this.pattern.exec(text);
    if (found === null) return undefined;
    return { start: found.index, end: found.index + found[0].length, groups: found };
  }
}

const isLatin = /^[\0-\xff]*$/;

function nativeRegex(syntax: RegexSyntax, anchored: boolean): NativeRegex | undefined {
  const translation = translateRegex(syntax);
  if (translation === undefined) return undefined;
  const maxLength = boundedLength(syntax, anchored);
  if (maxLength < 0) return undefined;
  return new NativeRegex(new RegExp(translation.source, "gv"), translation.exact, maxLength);
}

/** After an empty match the search goes on one unit further. */
function nextStart(previous: RegexMatch): number {
  return previous.start === previous.end ? previous.end + 1 : previous.end;
}
