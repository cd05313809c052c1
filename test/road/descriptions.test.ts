/** Descriptions in Pan and the configuration of xl that they become, or what their author is told. */
import { goldenSuite } from "../support/fixtures.ts";
import { repositoryPath } from "../support/repository.ts";
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
