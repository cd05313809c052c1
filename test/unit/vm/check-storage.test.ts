import { expect, it } from "vitest";
import { checkStorage } from "../../../src/vm/model/check-storage.ts";
import type { Place } from "../../../src/vm/model/model.ts";
import type { Disk } from "../../../src/vm/model/storage.ts";
import type { Report } from "../../../src/vm/reporter.ts";

const shared: Disk = { source: { file: "/images/shared.img" }, format: "raw", access: "ro" };

/** The disks that are told of, and the ones that they share their source with. */
function sharing(disks: readonly (readonly [device: string, access: Disk["access"]])[]): unknown[] {
  const told: unknown[] = [];
  const table = new Map(disks.map(([device, access]) => [device, { ...shared, access }] as const));
  const report = (code: string, place: Place, args: object): unknown =>
    told.push([code, place[2], (args as { readonly other?: string }).other]);
  checkStorage({ directory: "/images", disks: table }, report as Report);
  return told;
}

it("lets disks share what nobody writes to, and blames the one that writes for the others", () => {
  expect(
    sharing([
      ["xvda", "ro"],
      ["xvdb", "ro"],
    ]),
  ).toEqual([]);
  const told = [["vm-source-shared", "xvda", "/storage/disks/xvdb"]];
  expect(
    sharing([
      ["xvda", "ro"],
      ["xvdb", "rw"],
    ]),
  ).toEqual(told);
});
