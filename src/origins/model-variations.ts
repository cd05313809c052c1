/**
 * Models that differ from one in a single place.
 *
 * They are what tells which values are behind a line: whatever a writer does with a value, a line that changes when
 * it changes depends on it. So no writer has to say what it reads, and none can forget to.
 */

import { definitions } from "../diagnostics/codes.ts";
import { checkModel } from "../vm/model/check-model.ts";
import { formatPlace, type Place, type VmModel } from "../vm/model/model.ts";
import { compareNatural } from "../vm/natural-order.ts";
import { matches, type Pattern } from "../vm/shape/pattern.ts";
import type { Shape } from "../vm/shape/shape.ts";
import { withKey, withValue } from "./change-value.ts";
import type { Respelling } from "./line-effects.ts";
import { otherValues, samplesOf } from "./other-values.ts";
import { absentPlaces, type ModelPlace, placesOfModel, valueAtPlace } from "./walk-model.ts";

export interface Variation {
  readonly model: VmModel;
  /** How the text of the value changes; undefined where it has none. */
  readonly respelling: Respelling | undefined;
  /** Whether every part of the value is another one, so that no other variation shows more. */
  readonly isThorough?: boolean;
  /** False if the model breaks rules of models, so that a writer may fail at it. */
  readonly isSound?: false;
}

/** What can be tried at one place. */
export interface Trial {
  readonly place: Place;
  readonly kind: "other" | "renamed" | "removed" | "added";
  /** Of a simple value: as a text. */
  readonly text?: string;
  /** In the order in which they are worth trying; made one by one, as most are not needed. */
  readonly variations: () => Iterable<Variation>;
}

/** All trials with what the model says. */
export function* trialsOf(model: VmModel): Generator<Trial> {
  yield otherText(model, "profile", `${model.profile}x`);
  yield otherText(
    model,
    "digest",
    `${model.digest.slice(0, -1)}${model.digest.endsWith("0") ? 1 : 0}`,
  );
  for (const place of placesOfModel(model)) yield* trialsAt(model, place);
}

/** All trials with what the model leaves open. */
export function* absenceTrials(model: VmModel): Generator<Trial> {
  for (const { place, shape } of absentPlaces(model)) {
    yield { place, kind: "added", variations: () => added(model, place, shape) };
  }
}

function otherText(model: VmModel, field: "profile" | "digest", after: string): Trial {
  const respelling = { before: model[field], after };
  const variations = [{ model: { ...model, [field]: after }, respelling }];
  return { place: [field], kind: "other", variations: () => variations };
}

function* trialsAt(model: VmModel, at: ModelPlace): Generator<Trial> {
  const { place, shape, value, standing, keys } = at;
  if (isSimple(shape)) {
    const text = shape.kind === "boolean" ? {} : { text: String(value) };
    yield { place, kind: "other", ...text, variations: () => others(model, place, shape, value) };
  }
  if (keys !== undefined) {
    yield { place, kind: "renamed", variations: () => renamed(model, place, keys) };
  }
  if (standing === "optional" || standing === "list-item" || standing === "map-item") {
    yield { place, kind: "removed", variations: () => removed(model, place) };
  }
}

function isSimple({ kind }: Shape): boolean {
  return kind === "text" || kind === "integer" || kind === "boolean" || kind === "choice";
}

/** Where no other value goes together with the rest of the model, the others are tried all the same. */
function* others(model: VmModel, place: Place, shape: Shape, value: unknown): Generator<Variation> {
  const before = String(value);
  const all = otherValues(shape, value).map((other) => ({
    model: withValue(model, place, other) as VmModel,
    respelling: { before, after: String(other) },
    isThorough: shape.kind !== "choice" && differsThroughout(before, String(other)),
  }));
  const sound = all.filter((variation) => problemsOf(variation.model).length === 0);
  yield* sound.length > 0 ? sound : all.map((variation) => ({ ...variation, isSound: false }));
}

/** Of numbers and switches one other value is as good as another. */
function differsThroughout(before: string, after: string): boolean {
  if (/^(?:[0-9]+|true|false)$/.test(before)) return true;
  const isSame = (character: string, index: number): boolean => after[index] === character;
  return !before.split("").some((one, index) => /[A-Za-z0-9]/.test(one) && isSame(one, index));
}

const mostRemoved = 6;

/** Without what is at the place, and without whatever cannot be without it. */
function* removed(model: VmModel, place: Place): Generator<Variation> {
  let varied = withValue(model, place, undefined) as VmModel;
  for (let count = 0; count < mostRemoved; count++) {
    const [problem] = problemsOf(varied);
    if (problem === undefined) {
      yield { model: varied, respelling: undefined };
      return;
    }
    const dependent = removable(varied, problem);
    if (dependent === undefined || isWithin(place, dependent)) return;
    varied = withValue(varied, dependent, undefined) as VmModel;
  }
}

function isWithin(place: Place, outer: Place): boolean {
  return outer.every((key, index) => key === place[index]);
}

/** The innermost place around another one that the model can be without. */
function removable(model: VmModel, place: Place): Place | undefined {
  const keys = new Set(place.map((_, index) => formatPlace(place.slice(0, index + 1))));
  const around = [...placesOfModel(model)].filter((at) => keys.has(formatPlace(at.place)));
  return around.findLast(({ standing }) => standing !== "required" && standing !== "root")?.place;
}

function* added(model: VmModel, place: Place, shape: Shape): Generator<Variation> {
  for (const sample of samplesOf(shape)) {
    if (sample !== undefined) {
      yield* ifSound(withValue(model, place, sample) as VmModel, undefined);
    }
  }
}

/** The item with another key; where others speak of the key, they change with it. */
function* renamed(model: VmModel, place: Place, keys: Pattern): Generator<Variation> {
  const before = String(place.at(-1));
  const siblings = valueAtPlace(model, place.slice(0, -1)) as ReadonlyMap<string, unknown>;
  for (const after of otherKeys(before, [...siblings.keys()])) {
    if (!matches(keys, after)) continue;
    const moved = withKey(model, place, after) as VmModel;
    yield* ifSound(moved, { before, after });
    yield* ifSound(withReferences(moved, before, after), { before, after });
  }
}

/** Names of the same form: `xvdb` for `xvda`, `eth1` for `eth0`. First those that leave the order as it is. */
function otherKeys(key: string, all: readonly string[]): readonly string[] {
  const last = key.slice(-1);
  const stem = key.slice(0, -1);
  const near = /[0-9]/.test(last) ? [...digits] : /[a-z]/.test(last) ? [...letters] : [];
  const others = all.filter((other) => other !== key);
  const rankOf = (name: string): number =>
    others.filter((other) => compareNatural(other, name) < 0).length;
  const rank = rankOf(key);
  return [...near.map((character) => stem + character), `${key}x`, `${key}1`]
    .filter((name) => !all.includes(name))
    .toSorted((a, b) => Number(rankOf(a) !== rank) - Number(rankOf(b) !== rank));
}

const digits = "123456789";
const letters = "bcdefghijklmnopqrstuvwxyz";

function withReferences(model: VmModel, before: string, after: string): VmModel {
  let result: unknown = model;
  for (const { place, shape, value } of placesOfModel(model)) {
    if (shape.kind !== "text" || typeof value !== "string") continue;
    const isPart = /^[0-9]+$/.test(value.slice(before.length));
    if (value === before || (value.startsWith(before) && isPart)) {
      result = withValue(result, place, after + value.slice(before.length));
    }
  }
  return result as VmModel;
}

function* ifSound(model: VmModel, respelling: Respelling | undefined): Generator<Variation> {
  if (problemsOf(model).length === 0) yield { model, respelling };
}

/** Places at which the model does not hold together. */
function problemsOf(model: VmModel): readonly Place[] {
  const places: Place[] = [];
  checkModel(model, (code, place) => {
    if (definitions[code].severity === "error") places.push(place);
  });
  return places;
}
