/** Descriptions in Pan and the configuration of xl that they become, or what their author is told. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { goldenSuite } from "../support/fixtures.ts";
import { filesBelow, repositoryPath } from "../support/repository.ts";
import { buildDescription } from "./compile-description.ts";
import { diagnosticText } from "./place-source.ts";

const folder = "test/fixtures/road/description";

goldenSuite({
  folder: "road/description",
  input: ".pan",
  golden: ".out",
  render: ({ name }) => {
    const { files, diagnostics, text } = buildDescription(`${folder}/${name}`, [folder], "pan");
    const whole = files.filter((file) => file.name.endsWith(".cfg"));
    // How the compiler explains a refusal is its own fixtures' matter: what is said, and where, is shown here.
    const summaries = diagnostics.map((diagnostic) => ({ ...diagnostic, related: [] }));
    const said = diagnosticText(summaries, text, repositoryPath(""));
    return said + whole.map(({ content }) => content).join("");
  },
});

/** Descriptions that include the model as it is; those of the paper are in another dialect. */
const examples = filesBelow("examples").filter(
  // Those of rules have a suite of their own, with the rules; tests may be wrong on purpose.
  (file) =>
    file.endsWith(".pan") &&
    !/^(paper|rules)\//.test(file) &&
    !file.endsWith("_test.pan") &&
    isObject(readFileSync(repositoryPath(`examples/${file}`), "utf8")),
);

function isObject(text: string): boolean {
  return /^object template /m.test(text);
}

describe("examples", () => {
  for (const example of examples) {
    it(`${example} builds without a word`, () => {
      const directory = `examples/${example.replace(/\/.*/, "")}`;
      const own = `examples/${example.replace(/\/[^/]*$/, "")}`;
      const places = [...new Set([directory, own])];
      const { files, diagnostics } = buildDescription(`examples/${example}`, places, "pan");
      expect(diagnostics).toEqual([]);
      expect(files.filter(({ name }) => name.endsWith(".cfg")).length).toBeGreaterThan(0);
    });
  }

  it("are explained, each folder of them", () => {
    const folders = new Set(examples.map((example) => example.replace(/\/.*/, "")));
    for (const name of folders) {
      expect(readFileSync(repositoryPath(`examples/${name}/README.md`), "utf8")).toMatch(/^# \w/);
    }
  });
});

/** A building block is a template that a description names itself. */
const blocks = filesBelow("templates")
  .filter((file) => !/^vmcs\/(types|checks)\//.test(file))
  .map((file) => ({ file, text: readFileSync(repositoryPath(`templates/${file}`), "utf8") }))
  .filter(({ text }) => /^(structure )?template /m.test(text))
  .map(({ file, text }) => ({ name: file.replace(/\.pan$/, ""), text }));

describe("building blocks", () => {
  const users = [
    ...filesBelow("examples").map((file) => `examples/${file}`),
    ...filesBelow(folder).map((file) => `${folder}/${file}`),
    ...filesBelow("templates").map((file) => `templates/${file}`),
  ].map((file) => readFileSync(repositoryPath(file), "utf8"));

  it.each(blocks)("$name is documented and used", ({ name, text }) => {
    expect(text).toMatch(/^@documentation\{\s+desc = \S/);
    expect(users.some((user) => user.includes(`'${name}'`))).toBe(true);
  });
});
