/** What a reference names that another one stands in. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references like these are what is tested.
import { expect, it } from "vitest";
import { substitute } from "../../../../src/pan/java/substitutor.ts";

it.each([
  ["the part before the default", "${a:-${b}}", ["a"]],
  ["all of it, if the other one begins before the default", "${a${b:-c}", ["a${b:-c"]],
])("is %s", (_, text, wanted) => {
  const names: string[] = [];
  substitute(text, (name) => {
    names.push(name);
    return "";
  });
  expect(names).toEqual(wanted);
});
