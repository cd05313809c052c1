/**
 * What is assigned, in the order in which it was: the value of each variable, the level at which it got it, and why.
 *
 * Inside the solver a literal is `2 × variable`, plus one if negative; variables are numbered in the order in which
 * the search meets them. Level 0 holds what follows without any decision; each decision opens a level.
 */
import { grown, IntVector } from "./int-vector.ts";

export const undecided = 0;
export const isTrue = 1;
export const isFalse = -1;

/** A reason below this one means: its slot has taken the variable `onlyOne - reason`. */
export const onlyOne = -2;
/** The reason of a decision. */
export const decided = -1;

export class Trail {
  private values = new Int8Array(256);
  private levels = new Int32Array(256);
  private reasons = new Int32Array(256);
  /** The true literals, oldest first. */
  readonly order = new IntVector(256);
  /** How long the trail was when each level was opened; level 1 is at index 0. */
  readonly limits: number[] = [];

  get level(): number {
    return this.limits.length;
  }

  /** The value of a literal. */
  value(literal: number): number {
    const value = this.values[literal >> 1] as number;
    return (literal & 1) === 0 ? value : -value;
  }

  levelOf(variable: number): number {
    return this.levels[variable] as number;
  }

  reasonOf(variable: number): number {
    return this.reasons[variable] as number;
  }

  assign(literal: number, reason: number): void {
    const variable = literal >> 1;
    this.values[variable] = (literal & 1) === 0 ? isTrue : isFalse;
    this.levels[variable] = this.limits.length;
    this.reasons[variable] = reason;
    this.order.push(literal);
  }

  openLevel(): void {
    this.limits.push(this.order.length);
  }

  /** Forgets all levels above `level`; `forget` is told each variable that has no value any more. */
  backTo(level: number, forget: (variable: number) => void): void {
    if (level >= this.limits.length) return;
    const length = this.limits[level] as number;
    for (let i = this.order.length - 1; i >= length; i--) {
      const variable = this.order.at(i) >> 1;
      this.values[variable] = undecided;
      forget(variable);
    }
    this.order.length = length;
    this.limits.length = level;
  }

  /** Makes room for variables up to `count`. */
  reserve(count: number): void {
    if (count <= this.values.length) return;
    this.levels = grown(this.levels, count);
    this.reasons = grown(this.reasons, count);
    const values = new Int8Array(this.levels.length);
    values.set(this.values);
    this.values = values;
  }
}
