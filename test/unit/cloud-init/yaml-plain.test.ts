/** Texts that YAML would read as something else if they had no quotes. */
import { expect, it } from "vitest";
import { parse } from "yaml";
import { printYaml } from "../../../src/spawn/cloud-init/yaml.ts";

it.each(["a:", "a: b", "ends:", "a:b", "yes", "1.0", " a"])("%j reads back as itself", (text) => {
  const printed = printYaml([], { list: [text], key: text });
  expect(parse(printed)).toEqual({ list: [text], key: text });
  expect(printed.includes(`"${text}"`)).toBe(text !== "a:b");
});
