/** Stored skeletons and the configuration of xl that they become, or the reasons why they do not. */

import { spawnFromSkeletons } from "../../../src/pipeline/build.ts";
import { noSecrets } from "../../../src/spawn/backend.ts";
import { diagnosticText } from "../../road/place-source.ts";
import { goldenSuite } from "../../support/fixtures.ts";
import { parseArchive, printArchive } from "../../support/txtar.ts";

goldenSuite({
  folder: "spawn",
  input: ".txtar",
  golden: ".out",
  render: async ({ text }) => {
    const archive = parseArchive(text).files;
    const skeletons = [...archive]
      .filter(([file]) => file.endsWith(".xml"))
      .map(([file, content]) => ({ file, text: content }));
    const release = (archive.get("release") ?? "").trim();
    const { files, diagnostics } = await spawnFromSkeletons({
      skeletons,
      target: { backends: ["xen"], xenRelease: release, readSecret: noSecrets },
    });
    return printArchive({
      comment: diagnosticText(diagnostics, (file) => archive.get(file)),
      files: new Map(files.map(({ name, content }) => [name, content])),
    });
  },
});
