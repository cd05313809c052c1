/** Machines and the files for libvirt that they become, or the reasons why they do not. */

import { expect, it } from "vitest";
import { libvirtBackend } from "../../../src/spawn/libvirt/spawn-libvirt.ts";
import { describeDiagnostics, locatePath } from "../../road/place-source.ts";
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

it("has no password that XML cannot hold, and does not show it", () => {
  const vnc = { listen: "127.0.0.1", autoport: true, password: "env:CONSOLE" };
  const vm = modelOf({ hardware: { devices: { graphics: { vnc } } } });
  const readSecret = (): string => "geheim\u0001";
  const options = { xenRelease: "4.17", locate: locatePath, readSecret };
  const { files, diagnostics } = libvirtBackend.spawn(vm, options);
  expect(files).toEqual([]);
  expect(diagnostics.map(({ code }) => code)).toEqual(["libvirt-not-expressible"]);
  expect(JSON.stringify(diagnostics)).not.toContain("geheim");
});
