/** Passwords: they get into the files that xl reads, only there, and only if xl can carry them. */
import { describe, expect, it } from "vitest";
import { type BaseMachine, buildXlKey } from "./xl-key-fixtures.ts";

const reference = "env:CONSOLE";
const graphics = "/hardware/devices/graphics";
const vnc = { [graphics]: { vnc: { listen: "127.0.0.1", autoport: true, password: reference } } };
const spice = { [graphics]: { spice: { port: 6000, password: reference } } };

function build(
  guest: BaseMachine,
  set: Readonly<Record<string, unknown>>,
  secret?: string,
): ReturnType<typeof buildXlKey> {
  const secrets = secret === undefined ? {} : { [reference]: secret };
  return buildXlKey({ group: "", key: "", guest, release: "4.17", set, secrets, cfg: [] });
}

describe("a password", () => {
  it.each([
    ["VNC on an emulated PC", "hvm", vnc],
    ["VNC on a frame buffer", "pv", vnc],
    ["SPICE", "hvm", spice],
  ] as const)("is in the files that hold it, which are kept from others: %s", (_, guest, set) => {
    const { files, diagnostics } = build(guest, set, "hunter2");
    expect(diagnostics).toEqual([]);
    const holders = files.filter(({ content }) => content.includes("hunter2"));
    expect(holders.map(({ name }) => name)).toEqual(["key.system.xl", "key.cfg"]);
    expect(files.filter(({ secret }) => secret === true)).toEqual(holders);
  });

  it("that cannot be had is reported by its reference", () => {
    const { files, diagnostics } = build("hvm", vnc);
    expect(diagnostics.map(({ code }) => code)).toEqual(["secret-unavailable"]);
    expect(diagnostics[0]?.message).toContain(reference);
    expect(files).toEqual([]);
  });

  it.each([
    ["is empty", "hvm", vnc, ""],
    ["has a line end", "hvm", vnc, "hunter2\nhunter3"],
    ["has a control character", "hvm", vnc, "hunter2\u0001"],
    ["ends with a blank", "hvm", vnc, "hunter2 "],
    ["has a comma, in a frame buffer", "pv", vnc, "hunter2,vnclisten=0.0.0.0"],
    ["has a comma, for SPICE", "hvm", spice, "hunter2,disable-ticketing=on"],
  ] as const)("that %s is refused without being shown", (_, guest, set, secret) => {
    const { files, diagnostics } = build(guest, set, secret);
    expect(diagnostics.map(({ code }) => code)).toEqual(["xen-secret-misread"]);
    expect(JSON.stringify(diagnostics)).not.toContain("hunter");
    expect(files).toEqual([]);
  });

  it("may have a comma where xl does not take it apart", () => {
    const { files } = build("hvm", vnc, 'hun"ter,2');
    const whole = files.find(({ name }) => name === "key.cfg");
    expect(whole?.content).toContain('vncpasswd = "hun\\"ter,2"');
  });

  it("leaves files without it as they are", () => {
    const { files } = build("hvm", {});
    expect(files.filter(({ secret }) => secret !== undefined)).toEqual([]);
  });
});
