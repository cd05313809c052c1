/** From the syntax tree of a pattern to the instructions that match it. */

import { assertNever } from "../../../base/assert-never.ts";
import { BackReference } from "./back-reference.ts";
import {
  Atomic,
  Branch,
  GroupBegin,
  GroupEnd,
  LookAhead,
  LookBehind,
  LookBehindEnd,
} from "./instructions-control.ts";
import { RepeatGroup } from "./instructions-group-repeat.ts";
import { Loop, LoopBegin } from "./instructions-loop.ts";
import { OptionalAtom, RepeatAtom, RepeatSet } from "./instructions-repeat.ts";
import { AnchorAt, Boundary, LineBreak, Literal, OneOf } from "./instructions-simple.ts";
import { accept, type Instruction } from "./machine.ts";
import { wordSet } from "./shorthand.ts";
import { study } from "./study.ts";
import {
  type Alternatives,
  type GroupNode,
  type LookNode,
  type RegexNode,
  type RegexSyntax,
  type RepeatNode,
  unlimited,
} from "./syntax.ts";

export interface Program {
  readonly start: Instruction;
  readonly localCount: number;
  readonly memoCount: number;
  /** The pattern begins with `^`, so there is one place where it may match. */
  readonly anchored: boolean;
}

export function buildProgram(syntax: RegexSyntax): Program {
  const builder = new ProgramBuilder(!syntax.hasBackReferences);
  const start = builder.alternatives(syntax.body, accept, true);
  const { localCount, memoCount } = builder;
  return { start, localCount, memoCount, anchored: beginsWithAnchor(syntax) };
}

function beginsWithAnchor({ body }: RegexSyntax): boolean {
  const first = body.length === 1 ? body[0]?.[0] : undefined;
  return first?.kind === "anchor" && first.anchor === "begin";
}

class ProgramBuilder {
  localCount = 0;
  memoCount = 0;
  private readonly mayRemember: boolean;

  /** Failures of loops may be remembered when no back reference makes them depend on captures. */
  constructor(mayRemember: boolean) {
    this.mayRemember = mayRemember;
  }

  /** `top`: no loop and no look-around is open, so what follows depends on the position alone. */
  alternatives(body: Alternatives, next: Instruction, top: boolean): Instruction {
    const [only] = body;
    if (body.length === 1 && only !== undefined) return this.sequence(only, next, top);
    return new Branch(
      body.map((nodes) => this.sequence(nodes, next, top)),
      next,
    );
  }

  private sequence(nodes: readonly RegexNode[], next: Instruction, top: boolean): Instruction {
    return nodes.reduceRight((after, node) => this.node(node, after, top), next);
  }

  private node(node: RegexNode, next: Instruction, top: boolean): Instruction {
    switch (node.kind) {
      case "set":
        return new OneOf(node.set, next);
      case "literal":
        return node.codes.length === 0 ? next : new Literal(node.codes, node.casing, next);
      case "anchor":
        return new AnchorAt(node.anchor, next);
      case "boundary":
        return new Boundary(node.negated, node.unicode ? wordSet(true) : undefined, next);
      case "line-break":
        return new LineBreak(next);
      case "back-reference":
        return new BackReference(node.group, node.casing, next);
      case "group":
        return this.group(node, next, top);
      case "look":
        return this.look(node, next);
      case "atomic":
        return new Atomic(this.alternatives(node.body, accept, false), next);
      case "repeat":
        return this.repeat(node, next, top);
      default:
        return assertNever(node);
    }
  }

  private group(node: GroupNode, next: Instruction, top: boolean): Instruction {
    if (node.capture === undefined) return this.alternatives(node.body, next, top);
    const local = this.localCount++;
    const end = new GroupEnd(local, node.capture, next);
    return new GroupBegin(local, this.alternatives(node.body, end, top));
  }

  private look(node: LookNode, next: Instruction): Instruction {
    if (node.ahead) {
      return new LookAhead(this.alternatives(node.body, accept, false), node.negated, next);
    }
    const body = this.alternatives(node.body, new LookBehindEnd(accept), false);
    return new LookBehind(body, node, next);
  }

  private repeat(node: RepeatNode, next: Instruction, top: boolean): Instruction {
    const { atom, min, max, mode } = node;
    if (atom.kind === "group" && mode !== "possessive") {
      return this.repeatGroup(node, atom, next, top);
    }
    if (atom.kind === "set" && mode === "greedy") {
      return new RepeatSet(atom.set, { min, max }, next);
    }
    const body = this.node(atom, accept, false);
    if (min === 0 && max === 1) return new OptionalAtom(body, mode, next);
    return new RepeatAtom(body, { min, max }, mode, next);
  }

  private repeatGroup(
    node: RepeatNode,
    group: GroupNode,
    next: Instruction,
    top: boolean,
  ): Instruction {
    const { min, max } = node;
    const lazy = node.mode === "lazy";
    if (min === 0 && max === 1) {
      const inside = this.group(group, next, top);
      return new Branch(lazy ? [next, inside] : [inside, next], next);
    }
    if (study(group.body).deterministic) {
      const body = this.alternatives(group.body, accept, false);
      return new RepeatGroup(body, { min, max }, group.capture, lazy, next);
    }
    return this.loop(node, group, next, top);
  }

  private loop(node: RepeatNode, group: GroupNode, next: Instruction, top: boolean): Instruction {
    const { min, max } = node;
    const lazy = node.mode === "lazy";
    const begin = this.localCount++;
    const count = this.localCount++;
    const remember = top && this.mayRemember && !lazy && max === unlimited;
    const memo = remember ? this.memoCount++ : undefined;
    const loop = new Loop({ min, max }, lazy, { begin, count, memo }, next);
    const end = group.capture === undefined ? loop : new GroupEnd(begin, group.capture, loop);
    loop.body = new GroupBegin(begin, this.alternatives(group.body, end, false));
    return new LoopBegin(loop);
  }
}
