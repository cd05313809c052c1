/** Trees and the four skeletons that they become, or the reasons why they do not. */
import { skeletonsFromTree } from "../../../src/vm/skeleton/skeletons-from-tree.ts";
import { describeDiagnostics, locatePath } from "../../road/place-source.ts";
import { goldenSuite } from "../../support/fixtures.ts";
import { readJsonTree } from "../../support/read-json-tree.ts";
import { printArchive } from "../../support/txtar.ts";

goldenSuite({
  folder: "skeleton",
  input: ".json",
  golden: ".out",
  render: ({ name, text }) => {
    const { machines, diagnostics } = skeletonsFromTree(readJsonTree(text), {
      profile: `vms/${name.replace(".json", "")}`,
      digest: "sha256:0123abcd",
      locate: locatePath,
    });
    const skeletons = machines.flatMap((machine) => machine.skeletons);
    const files = new Map(skeletons.map((skeleton) => [skeleton.name, skeleton.content]));
    return printArchive({ comment: describeDiagnostics(diagnostics), files });
  },
});
