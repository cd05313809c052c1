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
import { type Translation, translateRegex } from "./translate.ts";

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
    return this.native?.test(text) ?? this.search(text, 0, 0) !== undefined;
  }

  /** The first match, or the next one after `previous`. */
  find(text: string, previous: RegexMatch | undefined): RegexMatch | undefined {
    const from = previous === undefined ? 0 : nextStart(previous);
    if (from > text.length) return undefined;
    const found = this.native?.find(text, from);
    return found === undefined ? this.search(text, from, previous?.end ?? 0) : found.match;
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

/** A translated pattern and the texts that it may be used for; it gives undefined for others. */
class NativeRegex {
  private readonly translation: Translation;
  private readonly maxLength: number;
  private pattern: RegExp | undefined;
  private usable = true;

  constructor(translation: Translation, maxLength: number) {
    this.translation = translation;
    this.maxLength = maxLength;
  }

  test(text: string): boolean | undefined {
    return this.run(text, 0, (pattern) => pattern.test(text));
  }

  find(text: string, from: number): { readonly match: RegexMatch | undefined } | undefined {
    if (!this.translation.exact) return undefined;
    return this.run(text, from, (pattern) => {
      const found = pattern.exec(text);
      if (found === null) return { match: undefined };
      const end = found.index + found[0].length;
      return { match: { start: found.index, end, groups: found } };
    });
  }

  /** JavaScript refuses patterns that become too large, some of them only when they are used. */
  private run<Result>(
    text: string,
    from: number,
    use: (pattern: RegExp) => Result,
  ): Result | undefined {
    if (!this.usable || text.length > this.maxLength || !isLatin.test(text)) return undefined;
    try {
      this.pattern ??= new RegExp(this.translation.source, "gv");
      this.pattern.lastIndex = from;
      return use(this.pattern);
    } catch {
      this.usable = false;
      return undefined;
    }
  }
}

const isLatin = /^[\0-\xff]*$/;

function nativeRegex(syntax: RegexSyntax, anchored: boolean): NativeRegex | undefined {
  const translation = translateRegex(syntax);
  if (translation === undefined) return undefined;
  const maxLength = boundedLength(syntax, anchored);
  return maxLength < 0 ? undefined : new NativeRegex(translation, maxLength);
}

/** After an empty match the search goes on one unit further. */
function nextStart(previous: RegexMatch): number {
  return previous.start === previous.end ? previous.end + 1 : previous.end;
}
