/**
 * Translation to JavaScript's own regular expressions, for patterns that mean the same there.
 *
 * It holds for texts of Latin-1 characters. What is left to the matcher of this folder: constructs that JavaScript
 * lacks, look-behinds, and where captures or the extent of a match would differ, that is, captures inside of loops and
 * repetitions of what may be empty.
 */

import { assertNever } from "../../../base/assert-never.ts";
import { asciiLower, asciiUpper, foldCase } from "../character.ts";
import { pointSet, unicodeCaseSet, writeCodePoint } from "./char-set.ts";
import type {
  Alternatives,
  Anchor,
  GroupNode,
  LiteralNode,
  LookNode,
  RegexNode,
  RegexSyntax,
  RepeatNode,
} from "./syntax.ts";
import { unlimited } from "./syntax.ts";

export interface Translation {
  /** For flags `v`. */
  readonly source: string;
  /** Whether it also finds the same matches, with the same captures; otherwise it only tells whether there is one. */
  readonly exact: boolean;
}

/** The translation of a pattern, undefined if there is none. */
export function translateRegex(syntax: RegexSyntax): Translation | undefined {
  if (syntax.hasBackReferences) return undefined;
  const translator = new Translator();
  const source = translator.alternatives(syntax.body, outside);
  return source === undefined ? undefined : { source, exact: translator.exact };
}

/** Where a node stands. */
interface Place {
  readonly inLoop: boolean;
  readonly inLook: boolean;
}

const outside: Place = { inLoop: false, inLook: false };

class Translator {
  exact = true;

  alternatives(body: Alternatives, place: Place): string | undefined {
    const sources: string[] = [];
    for (const nodes of body) {
      const source = this.sequence(nodes, place);
      if (source === undefined) return undefined;
      sources.push(source);
    }
    return sources.join("|");
  }

  private sequence(nodes: readonly RegexNode[], place: Place): string | undefined {
    let source = "";
    for (const node of nodes) {
      const piece = this.node(node, place);
      if (piece === undefined) return undefined;
      source += piece;
    }
    return source;
  }

  private node(node: RegexNode, place: Place): string | undefined {
    switch (node.kind) {
      case "set":
        return node.set.source;
      case "literal":
        return literal(node);
      case "anchor":
        return anchors[node.anchor];
      case "boundary":
        return node.unicode ? undefined : boundary(node.negated);
      case "group":
        return this.group(node, place);
      case "look":
        return this.look(node, place);
      case "repeat":
        return this.repeat(node, place);
      case "line-break":
      case "back-reference":
      case "atomic":
        return undefined;
      default:
        return assertNever(node);
    }
  }

  /** What is in it may stand in a loop where it does not itself. */
  private group(node: GroupNode, place: Place, placeInside = place): string | undefined {
    if (node.capture !== undefined && (place.inLoop || place.inLook)) this.exact = false;
    const inside = this.alternatives(node.body, placeInside);
    if (inside === undefined) return undefined;
    return node.capture === undefined ? `(?:${inside})` : `(${inside})`;
  }

  private look(node: LookNode, place: Place): string | undefined {
    if (!node.ahead) return undefined;
    const inside = this.alternatives(node.body, { ...place, inLook: true });
    return inside === undefined ? undefined : `(?${node.negated ? "!" : "="}${inside})`;
  }

  private repeat(node: RepeatNode, place: Place): string | undefined {
    const { atom, min, max, mode } = node;
    if (mode === "possessive" || atom.kind === "look") return undefined;
    const atomSource = this.repeated(node, place);
    if (atomSource === undefined) return undefined;
    if (mayBeEmpty(atom)) this.exact = false;
    const bounds = max === unlimited ? `{${min},}` : `{${min},${max}}`;
    return `${atomSource}${bounds}${mode === "lazy" ? "?" : ""}`;
  }

  /** The atom of a repetition; a capturing group that is itself what a loop repeats keeps its last iteration. */
  private repeated({ atom, max }: RepeatNode, place: Place): string | undefined {
    const inside = { ...place, inLoop: place.inLoop || max > 1 };
    if (atom.kind === "group") return this.group(atom, place, inside);
    const source = this.node(atom, inside);
    return source === undefined || atom.kind === "set" ? source : `(?:${source})`;
  }
}

function literal({ codes, casing }: LiteralNode): string {
  switch (casing) {
    case "exact":
      return codes.map(writeLiteral).join("");
    case "ascii":
      return codes
        .map((code) => pointSet([asciiLower(code), asciiUpper(code)], true).source)
        .join("");
    default:
      return codes.map((code) => unicodeCaseSet(foldCase(code)).source).join("");
  }
}

function writeLiteral(code: number): string {
  const char = String.fromCodePoint(code);
  return /^[A-Za-z0-9_]$/.test(char) ? char : writeCodePoint(code);
}

const lineTerminator = "[\\r\\u{85}\\u{2028}\\u{2029}]";

const anchors: Readonly<Record<Anchor, string | undefined>> = {
  begin: "^",
  end: "$",
  "last-line-end": `(?:$|(?=\\r\\n$)|(?<!\\r)(?=\\n$)|(?=${lineTerminator}$))`,
  "unix-last-line-end": "(?=\\n?$)",
  "line-begin": undefined,
  "unix-line-begin": undefined,
  "line-end": undefined,
  "unix-line-end": undefined,
  "previous-match": undefined,
};

/** In Latin-1 there are no combining marks. */
function boundary(negated: boolean): string {
  const word = "[_\\p{L}\\p{Nd}]";
  return negated
    ? `(?:(?<=${word})(?=${word})|(?<!${word})(?!${word}))`
    : `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`;
}

/** Whether a node may match without consuming anything. */
function mayBeEmpty(node: RegexNode): boolean {
  switch (node.kind) {
    case "set":
    case "line-break":
      return false;
    case "literal":
      return node.codes.length === 0;
    case "repeat":
      return node.min === 0 || mayBeEmpty(node.atom);
    case "group":
    case "atomic":
      return node.body.some((nodes) => nodes.every(mayBeEmpty));
    case "anchor":
    case "boundary":
    case "look":
    case "back-reference":
      return true;
    default:
      return assertNever(node);
  }
}
