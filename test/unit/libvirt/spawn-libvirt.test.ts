/** Machines and the files for libvirt that they become, or the reasons why they do not. */

import { describeDiagnostics } from "../../road/place-source.ts";
import { goldenSuite } from "../../support/fixtures.ts";
import { printArchive } from "../../support/txtar.ts";
import type { Json } from "./model-fixture.ts";
import { modelOf, spawn } from "./model-fixture.ts";

goldenSuite({
  folder: "libvirt",
  input: ".json",
  golden: ".out",
  render: ({ text }) => {
    const { files, diagnostics } = spawn(modelOf(JSON.parse(text) as Json));
    return printArchive({
      comment: describeDiagnostics(diagnostics),
      files: new Map(
        files.map(({ name, content, secret }) => [secret ? `${name} (secret)` : name, content]),
      ),
    });
  },
});
