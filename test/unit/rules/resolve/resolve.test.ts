/** Descriptions resolved by rules: what is added, what is changed, what cannot be had, and why. */
import { diagnosticText } from "../../../road/place-source.ts";
import { goldenSuite } from "../../../support/fixtures.ts";
import { parseArchive } from "../../../support/txtar.ts";
import { resolveFixture } from "./resolve-fixture.ts";

goldenSuite({
  folder: "rules/resolve",
  input: ".txtar",
  golden: ".out",
  render: ({ text }) => {
    const { files } = parseArchive(text);
    return (["strict", "rectify"] as const)
      .map((mode) => {
        const { lines, diagnostics } = resolveFixture(files, mode);
        const shown = diagnosticText(diagnostics, (file) => files.get(file.replace("/t/", "")));
        return `== ${mode}\n${[...lines, shown.replaceAll("/t/", "")].join("\n")}`;
      })
      .join("\n");
  },
});
