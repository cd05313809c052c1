/** `is_defined`, `is_string`, …: ask for the kind of a value; a variable that does not exist is of no kind. */

import { NULL, UNDEF } from "../../tree/transient.ts";
import { isProperty, isResource, typeName, type Value } from "../../tree/value.ts";
import { type Compiled, flagsOf } from "../code.ts";
import { needingProfile } from "../needs-profile.ts";
import type { SpecialForm } from "../special-form.ts";

const isDict = (value: Value): boolean => typeName(value) === "nlist";

const tests: Readonly<Record<string, readonly [(value: Value) => boolean, string]>> = {
  is_boolean: [(value) => typeof value === "boolean", "a boolean"],
  is_defined: [(value) => value !== UNDEF && value !== NULL, "something else than undef and null"],
  is_dict: [isDict, "a dict"],
  is_double: [(value) => typeof value === "number", "a double"],
  is_list: [(value) => typeName(value) === "list", "a list"],
  is_long: [(value) => typeof value === "bigint", "a long"],
  is_nlist: [isDict, "a dict"],
  is_null: [(value) => value === NULL, "null"],
  is_number: [
    (value) => typeof value === "bigint" || typeof value === "number",
    "a long or a double",
  ],
  is_property: [isProperty, "a string, boolean, long or double"],
  is_resource: [isResource, "a list or a dict"],
  is_string: [(value) => typeof value === "string", "a string"],
};

export const typeTests: readonly SpecialForm[] = Object.entries(tests).map(
  ([name, [holds, what]]) => ({
    name,
    signature: `${name}(value: element) -> boolean`,
    summary: `Whether the value is ${what}; false for a variable that does not exist.`,
    minArguments: 1,
    maxArguments: 1,
    compile(scope, node, args) {
      const argument = args[0] as Compiled;
      const { run, variable } = argument;
      if (variable === undefined)
        return { ...argument, constant: undefined, run: (ctx) => holds(run(ctx)) };
      const { lookUp } = variable;
      return {
        ...flagsOf(args),
        needsProfile: true,
        constant: undefined,
        run: needingProfile(scope.span(node), `${name}()`, (ctx) => {
          const value = lookUp(ctx);
          return value !== undefined && holds(value);
        }),
      };
    },
  }),
);
