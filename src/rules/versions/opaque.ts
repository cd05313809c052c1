/** Names that are equal or not, and have no order: `squeeze`, `sid`. */
import { compareCodeUnits } from "../../base/compare.ts";
import type { VersionScheme } from "./version.ts";

export const opaque: VersionScheme = {
  name: "opaque",
  isOrdered: false,
  form: "any text",
  packageForm: "any text",
  parse: (text) => (text === "" ? undefined : { scheme: "opaque", text }),
  parsePackage: (version, release) => {
    if (version === "") return undefined;
    return { scheme: "opaque", text: release === undefined ? version : `${version}-${release}` };
  },
  compare: (left, right) => compareCodeUnits(left.text, right.text),
  compareWithBound: (version, bound) => compareCodeUnits(version.text, bound.text),
  numbersOf: () => undefined,
};
