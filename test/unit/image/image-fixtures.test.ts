/** Descriptions, and what the backend image makes of them or says to their authors. */
import { goldenSuite } from "../../support/fixtures.ts";
import { printArchive } from "../../support/txtar.ts";
import { describeFile, spawnDescription } from "../cloud-init/spawn-description.ts";

goldenSuite({
  folder: "image",
  input: ".pan",
  golden: ".out",
  render: ({ name }) => {
    const { files, said } = spawnDescription(`image/${name}`, ["image"]);
    const shown = files.map((file) => [describeFile(file), file.content] as const);
    return printArchive({ comment: said, files: new Map(shown) });
  },
});
