/** The last drive and partition of each bus that Xen has a number for, and the first release that reads a format. */
import { expect, it } from "vitest";
import { buildXlKey } from "./xl-key-fixtures.ts";

/** Codes of what is said of a disk. */
function complaints(name: string, release = "4.17", format = "raw"): readonly string[] {
  const disk = { format, access: "rw", source: { file: "/d.img" } };
  const set = { "/storage/disks": { [name]: disk } };
  const { diagnostics } = buildXlKey({ ...machine, release, set });
  return diagnostics.map(({ code }) => code);
}

const machine = { group: "disk", key: "disk", guest: "hvm", cfg: [] } as const;

it.each([
  ["xvda255", "xvda256"],
  ["hda63", "hda64"],
  ["hdd", "hde"],
  ["sda15", "sda16"],
  ["sdp", "sdq"],
])("%s can be told to xl, %s cannot", (last, beyond) => {
  expect(complaints(last)).toEqual([]);
  expect(complaints(beyond)).toContain("xen-device-unknown");
});

it("images in the format qed are for releases from 4.9 on", () => {
  expect(complaints("xvda", "4.9", "qed")).toEqual([]);
  expect(complaints("xvda", "4.8", "qed")).toEqual(["xen-not-in-release"]);
});
