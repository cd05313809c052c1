/** Trees and the configuration of xl that they become, or the reasons why they do not. */
import { goldenSuite } from "../support/fixtures.ts";
import { buildFixture, parseRoadFixture } from "./build-fixture.ts";
import { describeDiagnostics } from "./place-source.ts";

goldenSuite({
  folder: "road",
  input: ".txtar",
  golden: ".out",
  render: ({ name, text }) => {
    const { files, diagnostics } = buildFixture(parseRoadFixture(name, text));
    const whole = files.filter(({ name }) => name.endsWith(".cfg"));
    return describeDiagnostics(diagnostics) + whole.map(({ content }) => content).join("");
  },
});
