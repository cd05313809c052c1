/**
 * What Java finds out about a part of a pattern before it decides how to match it: the least and greatest length,
 * and whether the part can match in one way only ("deterministic").
 *
 * The rules are not the best possible ones, but those that decide which look-behinds are accepted and which
 * captures a loop leaves, so they are Java's; lengths are 32-bit integers that wrap as Java's do.
 */

import { assertNever } from "../../../base/assert-never.ts";
import { type Alternatives, type RegexNode, type RepeatNode, unlimited } from "./syntax.ts";

export interface StudyResult {
  readonly min: number;
  readonly max: number;
  /** Whether `max` is known. */
  readonly maxValid: boolean;
  readonly deterministic: boolean;
}

/** The study of a group's inside, or of one node. */
export function study(body: Alternatives): StudyResult {
  const info: Info = { min: 0, max: 0, maxValid: true, deterministic: true };
  studyAlternatives(body, undefined, info);
  return info;
}

interface Info {
  min: number;
  max: number;
  maxValid: boolean;
  deterministic: boolean;
}

/** What follows a sequence, innermost first. */
interface Rest {
  readonly nodes: readonly RegexNode[];
  readonly index: number;
  readonly outer: Rest | undefined;
}

function studyAlternatives(body: Alternatives, rest: Rest | undefined, info: Info): void {
  const [only] = body;
  if (body.length === 1 && only !== undefined) {
    studyRest({ nodes: only, index: 0, outer: rest }, info);
  } else {
    studyBranch(body, rest, info);
  }
}

function studyRest(rest: Rest | undefined, info: Info): void {
  let here = rest;
  while (here !== undefined) {
    const node = here.nodes[here.index];
    if (node === undefined) {
      here = here.outer;
      continue;
    }
    here = { nodes: here.nodes, index: here.index + 1, outer: here.outer };
    if (studyNode(node, here, info) === "finished") return;
  }
}

/** Alternatives take the least and the greatest of their lengths; what follows is studied once. */
function studyBranch(body: Alternatives, rest: Rest | undefined, info: Info): void {
  let min = unlimited;
  let max = -1;
  let maxValid = info.maxValid;
  for (const sequence of body) {
    const inner: Info = { min: 0, max: 0, maxValid: true, deterministic: true };
    studyRest({ nodes: sequence, index: 0, outer: undefined }, inner);
    min = Math.min(min, inner.min);
    max = Math.max(max, inner.max);
    maxValid &&= inner.maxValid;
  }
  const after: Info = { min: 0, max: 0, maxValid: true, deterministic: true };
  studyRest(rest, after);
  info.min = (info.min + min + after.min) | 0;
  info.max = (info.max + max + after.max) | 0;
  info.maxValid = maxValid && after.maxValid;
  info.deterministic = false;
}

/** Adds a node; "finished" when it has studied what follows, too. */
function studyNode(node: RegexNode, rest: Rest, info: Info): "finished" | undefined {
  switch (node.kind) {
    case "set":
      return addLength(info, 1, 1);
    case "literal":
      return addLength(info, node.codes.length, node.codes.length);
    case "line-break":
      return addLength(info, 1, 2);
    case "anchor":
    case "boundary":
    case "look":
      return undefined;
    case "back-reference":
      info.maxValid = false;
      return undefined;
    case "atomic":
      studyAlternatives(node.body, undefined, info);
      return undefined;
    case "group":
      studyAlternatives(node.body, rest, info);
      return "finished";
    case "repeat":
      return studyRepeat(node, rest, info);
    default:
      return assertNever(node);
  }
}

function addLength(info: Info, min: number, max: number): undefined {
  info.min = (info.min + min) | 0;
  info.max = (info.max + max) | 0;
  return undefined;
}

function studyRepeat(node: RepeatNode, rest: Rest, info: Info): "finished" | undefined {
  const { atom, mode } = node;
  const optional = node.min === 0 && node.max === 1;
  if (atom.kind === "group" && mode !== "possessive") {
    if (optional) return studyOptionalGroup(atom.body, mode === "lazy", rest, info);
    return studyGroupLoop(node, atom.body, info);
  }
  if (optional) {
    const { min } = info;
    studySingle(atom, info);
    info.min = min;
    info.deterministic = false;
  } else if (atom.kind === "set" && mode === "greedy" && node.max === unlimited) {
    info.min = (info.min + node.min) | 0;
    if (info.maxValid) info.max = (info.max + unlimited) | 0;
    info.deterministic = false;
  } else {
    studyCounted(node, info, (inner) => studySingle(atom, inner));
  }
  return undefined;
}

function studyOptionalGroup(body: Alternatives, lazy: boolean, rest: Rest, info: Info): "finished" {
  const inside: RegexNode = { kind: "group", capture: undefined, body };
  studyBranch(lazy ? [[], [inside]] : [[inside], []], rest, info);
  return "finished";
}

/** A loop whose body may match in several ways ends the study, as its length is not followed. */
function studyGroupLoop(node: RepeatNode, body: Alternatives, info: Info): "finished" | undefined {
  if (study(body).deterministic) {
    studyCounted(node, info, (inner) => studyAlternatives(body, undefined, inner));
    return undefined;
  }
  info.maxValid = false;
  info.deterministic = false;
  return "finished";
}

function studyCounted(node: RepeatNode, info: Info, studyAtom: (inner: Info) => void): void {
  const inner: Info = { min: 0, max: 0, maxValid: true, deterministic: true };
  studyAtom(inner);
  const min = (Math.imul(inner.min, node.min) + info.min) | 0;
  info.min = min < info.min ? 0xfff_ffff : min;
  if (info.maxValid && inner.maxValid) {
    const max = (Math.imul(inner.max, node.max) + info.max) | 0;
    info.maxValid = max >= info.max;
    info.max = max;
  } else {
    info.maxValid = false;
  }
  info.deterministic = info.deterministic && inner.deterministic && node.min === node.max;
}

function studySingle(atom: RegexNode, info: Info): void {
  studyAlternatives([[atom]], undefined, info);
}
