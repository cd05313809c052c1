/** `schemas/` holds what the program itself validates with. */
import { describe, expect, it } from "vitest";
import { skeletonKinds } from "../../../src/vm/skeleton/kinds.ts";
import { skeletonSchema } from "../../../src/vm/skeleton/schema.ts";
import { filesBelow, repositoryPath } from "../../support/repository.ts";

describe("schemas", () => {
  for (const kind of skeletonKinds) {
    it(`${kind}.xsd is the schema in use`, async () => {
      await expect(skeletonSchema(kind)).toMatchFileSnapshot(repositoryPath(`schemas/${kind}.xsd`));
    });
  }

  it("has no others", () => {
    const schemas = filesBelow("schemas").filter((file) => file.endsWith(".xsd"));
    expect(schemas).toEqual(skeletonKinds.map((kind) => `${kind}.xsd`).toSorted());
  });
});
