/** Domains of libvirt and the descriptions that they become, with what is not taken over. */
import { writeDescription } from "../../../src/import/description.ts";
import { importLibvirt } from "../../../src/import/libvirt/import-libvirt.ts";
import { diagnosticText } from "../../road/place-source.ts";
import { goldenSuite } from "../../support/fixtures.ts";

goldenSuite({
  folder: "import-libvirt",
  input: ".xml",
  golden: ".out",
  render: async ({ name, text }) => {
    const { vm, diagnostics } = await importLibvirt(text, { file: name });
    const shown = diagnosticText(diagnostics, () => text);
    return vm === undefined ? shown : `${shown}---\n${writeDescription(vm)}`;
  },
});
