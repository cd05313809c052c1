/**
 * Explanations for programs: one JSON document, which schemas/explanation.schema.json describes too.
 *
 *     { "profiles": [ {
 *         "profile": "web1",                    name of the object template
 *         "file": "vms/web1.pan",
 *         "state": "sound",                     or "invalid": a value is not of its type; "failed": see "stopped"
 *         "paths": [ {                          one, or each that a pattern means
 *             "path": "/system/memory",
 *             "value": VALUE,                   absent if there is none
 *             "winner": WRITE,                  what the value at the end comes from
 *             "writes": [ WRITE ],              all, in order of execution
 *             "final": { "path": "/system", "place": PLACE },
 *             "checks": [ { "path": "/system", "place": PLACE, "type": "vm_system", "validates": false,
 *                           "steps": [ TYPE ] } ],
 *             "completed": VALUE,          what rules make it
 *             "rules": { "because": [ { "text": "…", PLACE } ],
 *                        "mentions": [ { "kind": "valid", "id": "memory#1", "text": "…", PLACE } ] },
 *             "leaves": [ { "path": "…", "value": VALUE, "winner": WRITE } ],      of a dict or a list
 *             "didYouMean": "/system/memory",
 *             "stopped": { "message": "…", "place": PLACE } } ] } ] }
 *
 * PLACE is `{ "file": "vms/web1.pan", "line": 3, "column": 1 }`. VALUE is `{ "kind": "long", "text": "512", "value": 512 }`,
 * of a dict or a list `{ "kind": "dict", "text": "dict of 3 keys", "size": 3 }`; whole numbers beyond 2^53 are texts.
 *
 * WRITE is `{ "kind", "reach", "path", "before": VALUE, "after": VALUE, "winner": true, "carried": false, "place": PLACE,
 * "at": PLACE, "conditional": false, "final": false, "prefix": PLACE, "chain": [ { "label": "template site/base", "place":
 * PLACE } ], "inside": { "template": "hardware/disk", "writes": [ WRITE ] }, "type": TYPE, "reads": [ READ ] }`:
 *
 * - `kind`: "set", "delete", "append", "prepend", "move" (only the index has changed), "gap" (undef before an element
 *   that was written), "skip" (`?=` found a value), "failed" (the error was in it), "default", "argument" (of create()) or "initial" (--initial-data);
 * - `reach`: whether it wrote "at" the path, "above" it or "below" it;
 * - `carried`: it only passed on what was in SELF;
 * - `at`: the expression in DML, where that is not the whole statement;
 * - `inside`: what the structure template did, with paths from its own root.
 *
 * TYPE is `{ "name": "vm_system", "field": "memory", "required": true, "type": "long(1..)", "validates": false,
 * "default": VALUE, "place": PLACE }`. READ is `{ "kind": "variable", "name", "value", "place", "chain", "reads" }` or
 * `{ "kind": "path", "path", "value", "place" }`. What there is not is absent.
 */

import type {
  Check,
  ExplainedWrite,
  Explanation,
  Read,
  ShownValue,
  TypeStep,
} from "../pan/history/explanation.ts";
import { winnerOf } from "../pan/history/winner.ts";
import type { PathRules } from "../pipeline/rules/rules-of-path.ts";
import type { AnsweredPath, ExplainedProfile } from "./explained.ts";
import type { Places } from "./places.ts";
import { scalarJson, stepsJson } from "./resolution-json.ts";

export function explanationJson(
  { name, file, state, paths }: ExplainedProfile,
  places: Places,
): object {
  return { profile: name, file, state, paths: paths.map((path) => pathJson(path, places)) };
}

/** One path, as `vmcs explain FILE:LINE` has it as well. */
export function pathJson(
  { explanation, rules, leaves, completed }: AnsweredPath,
  places: Places,
): object {
  const { path, value, writes, checks, final, guess, stopped } = explanation;
  return {
    path,
    value: valueJson(value),
    winner: winnerJson(explanation, places),
    writes: writes.map((write) => writeJson(write, places)),
    final: final && { path: final.path, place: places.of(final.place) },
    checks: checks.map((check) => checkJson(check, places)),
    completed: valueJson(completed),
    rules: rules && rulesJson(rules, places),
    leaves: leaves?.map((leaf) => ({
      path: leaf.path,
      value: valueJson(leaf.value),
      winner: winnerJson(leaf, places),
    })),
    didYouMean: guess,
    stopped: stopped && { message: stopped.message, place: places.of(stopped.place) },
  };
}

function winnerJson(explanation: Explanation, places: Places): object | undefined {
  const winner = winnerOf(explanation);
  return winner && writeJson(winner, places);
}

function writeJson(write: ExplainedWrite, places: Places): object {
  const { inside } = write;
  return {
    kind: write.kind,
    reach: write.reach,
    path: write.path,
    before: valueJson(write.before),
    after: valueJson(write.after),
    winner: write.isWinner,
    carried: write.isCarried,
    place: places.of(write.place),
    at: places.of(write.at),
    conditional: write.isConditional,
    final: write.isFinal,
    prefix: places.of(write.prefix),
    chain: chainJson(write.chain, places),
    inside: inside && {
      template: inside.template,
      writes: inside.writes.map((one) => writeJson(one, places)),
    },
    type: write.type && typeJson(write.type, places),
    reads: write.reads.map((read) => readJson(read, places)),
  };
}

function chainJson(chain: ExplainedWrite["chain"], places: Places): readonly object[] {
  return chain.map(({ label, place }) => ({ label, place: places.of(place) }));
}

function readJson(read: Read, places: Places): object {
  const value = valueJson(read.value);
  if (read.kind === "path") {
    return { kind: read.kind, path: read.path, value, place: places.of(read.place) };
  }
  return {
    kind: read.kind,
    name: read.name,
    value,
    place: places.of(read.place),
    chain: chainJson(read.chain, places),
    reads: read.reads.map((one) => readJson(one, places)),
  };
}

function checkJson({ path, place, type, validates, steps }: Check, places: Places): object {
  return {
    path,
    place: places.of(place),
    type,
    validates,
    steps: steps.map((step) => typeJson(step, places)),
  };
}

function typeJson(step: TypeStep, places: Places): object {
  return {
    name: step.name,
    field: step.field,
    required: step.isRequired,
    type: step.type,
    validates: step.validates,
    default: valueJson(step.defaultValue),
    place: places.of(step.place),
  };
}

function rulesJson({ because, mentions }: PathRules, places: Places): object {
  return {
    because: stepsJson(because, places),
    mentions: mentions.map(({ kind, id, text, span }) => ({ kind, id, text, ...places.of(span) })),
  };
}

function valueJson(value: ShownValue | undefined): object | undefined {
  if (value === undefined) return undefined;
  const { kind, text, property, size } = value;
  return { kind, text, value: scalarJson(property), size };
}
