/** Why a value is what it is, as plain data: what `explainPath` finds and the renderers show. */

import type { Span } from "../../text/span.ts";

/** All that is known of one path in one profile. */
export interface Explanation {
  /** Name of the object template. */
  readonly profile: string;
  /** Its file. */
  readonly file: string;
  /** The canonical spelling. */
  readonly path: string;
  /** What stands there at the end; undefined if nothing does. */
  readonly value: ShownValue | undefined;
  /** In order of execution: whatever wrote the path, something above it or something below it, or tried to. */
  readonly writes: readonly ExplainedWrite[];
  /** Types that check it, each from a binding down to the path. */
  readonly checks: readonly Check[];
  readonly final: { readonly path: string; readonly place: Span } | undefined;
  /** A path that exists and was probably meant; only where there is no value. */
  readonly guess: string | undefined;
  /** Set if the evaluation did not come to its end: the history is the one up to there. */
  readonly stopped: { readonly message: string; readonly place: Span } | undefined;
}

/** A value in few words. */
export interface ShownValue {
  readonly kind: "string" | "boolean" | "long" | "double" | "dict" | "list" | "undef";
  /** As Pan spells it, shortened: `'web1'`, `512`, `dict with 3 keys`. */
  readonly text: string;
  /** The property itself, for programs; undefined for resources and `undef`. */
  readonly property: string | boolean | bigint | number | undefined;
  /** Number of children of a resource. */
  readonly size: number | undefined;
}

export type WriteKind =
  /** A value was put there: an assignment of a statement, or one inside `SELF`. */
  | "set"
  /** `null` or `delete()` took it away. */
  | "delete"
  /** `append()` or `prepend()` made it an element of a list. */
  | "append"
  | "prepend"
  /** Elements before it came or went, so its index is another one. */
  | "move"
  /** It is `undef`, as an element of the list with a higher index was written. */
  | "gap"
  /** `?=` found a value, and did nothing. */
  | "skip"
  /** An error ended it before it had written anything. */
  | "failed"
  /** The default of a type. */
  | "default"
  /** A key given to `create()` beside the template. */
  | "argument"
  /** `--initial-data`. */
  | "initial";

/** How a write lies to the path that was asked for. */
export type Reach =
  /** It wrote the path itself. */
  | "at"
  /** It wrote a dict or list with the path in it. */
  | "above"
  /** It wrote a part of what is at the path. */
  | "below";

export interface ExplainedWrite {
  readonly kind: WriteKind;
  readonly reach: Reach;
  /** What it wrote; the path that was asked for, something above it or something below it. */
  readonly path: string;
  /** What was at the path asked for (of a write below it: at that path) before and after. */
  readonly before: ShownValue | undefined;
  readonly after: ShownValue | undefined;
  /** Whether the value at the end is the one that this write has put there. */
  readonly isWinner: boolean;
  /** Whether it only passed on what was there: `SELF` with something else changed. */
  readonly isCarried: boolean;
  /** The statement; of a default the place of the type that has it. No place (`file: ""`) for initial data. */
  readonly place: Span;
  /** The expression inside DML that wrote it, where that is not the whole statement. */
  readonly at: Span | undefined;
  readonly isConditional: boolean;
  readonly isFinal: boolean;
  /** The prefix statement that completes its path. */
  readonly prefix: Span | undefined;
  /** From the object template to the place: includes, structure templates and calls of functions. */
  readonly chain: readonly ChainStep[];
  /** Of a structure template: the statements inside it that wrote the path, told like these. */
  readonly inside: StructureHistory | undefined;
  /** Of a default: whose it is. */
  readonly type: TypeStep | undefined;
  /** What its DML has looked at: variables and other paths. */
  readonly reads: readonly Read[];
}

export interface ChainStep {
  /** `template site/defaults`, `function pkg_add`, `structure template hardware/disk`. */
  readonly label: string;
  /** Where it is included or called. */
  readonly place: Span;
}

export interface StructureHistory {
  readonly template: string;
  readonly writes: readonly ExplainedWrite[];
}

export type Read =
  | {
      readonly kind: "variable";
      readonly name: string;
      readonly value: ShownValue;
      /** The statement that gave it the value; undefined for what the compiler sets (`OBJECT`). */
      readonly place: Span | undefined;
      readonly chain: readonly ChainStep[];
      /** What that statement has looked at in turn. */
      readonly reads: readonly Read[];
    }
  | {
      readonly kind: "path";
      /** With the name of another profile where it is one's. */
      readonly path: string;
      readonly value: ShownValue;
      /** The statement that it came from, where that is known. */
      readonly place: Span | undefined;
    };

/** A binding, and the way from its type to that of the path. */
export interface Check {
  /** The path that is bound. */
  readonly path: string;
  readonly place: Span | undefined;
  /** As the binding spells its type. */
  readonly type: string;
  /** Whether the binding itself has a validation. */
  readonly validates: boolean;
  /** From the binding inwards; the last one is the type of the path itself. */
  readonly steps: readonly TypeStep[];
}

export interface TypeStep {
  /** Name of the declared type; undefined for one that has none. */
  readonly name: string | undefined;
  /** The field of a record that leads on. */
  readonly field: string | undefined;
  readonly isRequired: boolean | undefined;
  /** How the type is spelt there: `long(1..)`, `string[]`. */
  readonly type: string;
  /** Whether it has a function that validates. */
  readonly validates: boolean;
  /** The default as Pan spells it. */
  readonly defaultValue: ShownValue | undefined;
  readonly place: Span | undefined;
}
