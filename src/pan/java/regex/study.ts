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
  const info = newInfo();
  studyInto(body, info);
  return info;
}

interface Info {
  min: number;
  max: number;
  maxValid: boolean;
  deterministic: boolean;
}

function newInfo(): Info {
  return { min: 0, max: 0, maxValid: true, deterministic: true };
}

/** What is left of a sequence, and of those around it. */
interface Rest {
  readonly nodes: readonly RegexNode[];
  readonly index: number;
  readonly outer: Rest | undefined;
}

/** Adds a body to what is known; groups in it are part of the sequence that they stand in. */
function studyInto(body: Alternatives, info: Info): void {
  let here: Rest | undefined = enter(body, undefined, info);
  const before: Info[] = [];
  while (here !== undefined) {
    const node: RegexNode | undefined = here.nodes[here.index];
    if (node === undefined) {
      here = here.outer;
      continue;
    }
    const rest: Rest = { nodes: here.nodes, index: here.index + 1, outer: here.outer };
    const branch = branchOf(node);
    if (branch !== undefined) {
      // After alternatives the counting begins anew, and the sums are joined at the end.
      addBranch(branch, info);
      before.push({ ...info });
      Object.assign(info, newInfo());
      here = rest;
    } else if (node.kind === "group") {
      here = enter(node.body, rest, info);
    } else {
      here = studyNode(node, info) === "finished" ? undefined : rest;
    }
  }
  for (const part of before) join(info, part);
}

/** The beginning of a body that is a single sequence; several alternatives are added at once. */
function enter(body: Alternatives, outer: Rest | undefined, info: Info): Rest | undefined {
  const [only] = body;
  if (body.length === 1 && only !== undefined) return { nodes: only, index: 0, outer };
  addBranch(body, info);
  return outer;
}

/** The alternatives that a node stands for: a group's own, or an optional group with and without itself. */
function branchOf(node: RegexNode): Alternatives | undefined {
  if (node.kind === "group") return node.body.length > 1 ? node.body : undefined;
  if (node.kind !== "repeat" || node.atom.kind !== "group" || !isOptional(node)) return undefined;
  if (node.mode === "possessive") return undefined;
  return [[node.atom], []];
}

function isOptional({ min, max }: RepeatNode): boolean {
  return min === 0 && max === 1;
}

/** Alternatives take the least and the greatest of their lengths. */
function addBranch(body: Alternatives, info: Info): void {
  let min = unlimited;
  let max = -1;
  for (const sequence of body) {
    const inner = newInfo();
    studyInto([sequence], inner);
    min = Math.min(min, inner.min);
    max = Math.max(max, inner.max);
    info.maxValid &&= inner.maxValid;
  }
  addLength(info, min, max);
  info.deterministic = false;
}

function join(info: Info, part: Info): void {
  addLength(info, part.min, part.max);
  info.maxValid &&= part.maxValid;
  info.deterministic &&= part.deterministic;
}

/** Adds a node; "finished" when Java looks no further. */
function studyNode(
  node: Exclude<RegexNode, { kind: "group" }>,
  info: Info,
): "finished" | undefined {
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
      studyInto(node.body, info);
      return undefined;
    case "repeat":
      return studyRepeat(node, info);
    default:
      return assertNever(node);
  }
}

function addLength(info: Info, min: number, max: number): undefined {
  info.min = (info.min + min) | 0;
  info.max = (info.max + max) | 0;
  return undefined;
}

function studyRepeat(node: RepeatNode, info: Info): "finished" | undefined {
  const { atom, mode } = node;
  if (atom.kind === "group" && mode !== "possessive") return studyGroupLoop(node, atom.body, info);
  if (isOptional(node)) {
    const { min } = info;
    studyInto([[atom]], info);
    info.min = min;
    info.deterministic = false;
  } else if (atom.kind === "set" && mode === "greedy" && node.max === unlimited) {
    info.min = (info.min + node.min) | 0;
    if (info.maxValid) info.max = (info.max + unlimited) | 0;
    info.deterministic = false;
  } else {
    addCounted(node, study([[atom]]), info);
  }
  return undefined;
}

/** A loop whose body may match in several ways ends the study, as its length is not followed. */
function studyGroupLoop(node: RepeatNode, body: Alternatives, info: Info): "finished" | undefined {
  const inner = study(body);
  if (inner.deterministic) {
    addCounted(node, inner, info);
    return undefined;
  }
  info.maxValid = false;
  info.deterministic = false;
  return "finished";
}

function addCounted(node: RepeatNode, inner: StudyResult, info: Info): void {
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
