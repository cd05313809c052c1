/**
 * The values that an importer found, by their places in the model.
 *
 * The shapes of the model judge each value when it is recorded, so that a description never gets one that could not
 * be built.
 */

import { invariant } from "../../base/invariant.ts";
import type { Place } from "../../vm/model/model.ts";
import { matches } from "../../vm/shape/pattern.ts";
import type { Shape } from "../../vm/shape/shape.ts";
import type { ImportedRoots } from "../description.ts";
import { Draft, shapeAt } from "../draft.ts";

export type Simple = string | number | boolean;

export interface Recorder {
  /** Records a value; gives what is wrong with it, as the end of "is '…', which …", if anything is. */
  readonly put: (place: Place, value: Simple) => string | undefined;
  /** Records that there is something at a place, though nothing may be known of it. */
  readonly touch: (place: Place) => void;
  readonly has: (place: Place) => boolean;
  readonly roots: () => ImportedRoots;
}

export function createRecorder(): Recorder {
  const draft = new Draft();
  const has = (place: Place): boolean => draft.get(place) !== undefined;
  return {
    has,
    put(place, value) {
      const problem = problemOf(shapeAt(place), value) ?? problemOfKeys(place);
      if (problem === undefined) draft.put(place, value);
      return problem;
    },
    touch(place) {
      if (!has(place)) draft.put(place, new Map());
    },
    roots: () => draft.roots(),
  };
}

function problemOf(shape: Shape, value: Simple): string | undefined {
  switch (shape.kind) {
    case "text": {
      invariant(typeof value === "string", "a text is a string");
      const { pattern } = shape;
      return pattern === undefined || matches(pattern, value)
        ? undefined
        : `is not ${pattern.wanted}`;
    }
    case "choice":
      return shape.choices.includes(String(value))
        ? undefined
        : `is none of ${shape.choices.join(", ")}`;
    case "integer": {
      const isWhole = typeof value === "number" && Number.isSafeInteger(value);
      const isWithin = isWhole && value >= shape.minimum && value <= shape.maximum;
      if (!isWithin) return `is not between ${shape.minimum} and ${shape.maximum}`;
      const isKnown = shape.only === undefined || shape.only.includes(value);
      return isKnown ? undefined : `is none of ${shape.only?.join(", ")}`;
    }
    case "boolean":
      invariant(typeof value === "boolean", "a boolean is one");
      return undefined;
    default:
      invariant(false, `a ${shape.kind} is no simple value`);
  }
}

/** Names that the domain gives to things must be such as the model has. */
function problemOfKeys(place: Place): string | undefined {
  for (const [depth, key] of place.entries()) {
    const shape = shapeAt(place.slice(0, depth));
    if (shape.kind === "map" && !matches(shape.keys, String(key))) {
      return `belongs to '${key}', which is not ${shape.keys.wanted}`;
    }
  }
  return undefined;
}
