/** Backends by name, as whoever calls the library gives them: commands have looked at the names before. */
import { expect, it } from "vitest";
import { spawnModel } from "../../../src/pipeline/build.ts";
import { noSecrets } from "../../../src/spawn/backend.ts";
import { noSpan } from "../../../src/text/span.ts";
import type { VmModel } from "../../../src/vm/model/model.ts";

it("tells of a backend that there is not", () => {
  const target = { backends: ["zen"], xenRelease: "4.17", readSecret: noSecrets };
  const { files, diagnostics } = spawnModel({} as VmModel, target, () => noSpan);
  expect(files).toEqual([]);
  expect(diagnostics).toMatchObject([{ code: "backend-unknown", help: "Did you mean 'xen'?" }]);
});
