import { afterEach, expect, it, vi } from "vitest";
import { xlDryRun, xmllint } from "../../support/tool.ts";

afterEach(() => vi.unstubAllEnvs());

it("finds nothing on an empty path", () => {
  vi.stubEnv("PATH", "");
  expect(xmllint.find()).toBeUndefined();
  expect(xmllint.wantedInCi()).toBe(true);
});

it("wants the Xen lab under CI only where there is one", () => {
  vi.stubEnv("VMCS_XENLAB", "");
  expect([xlDryRun.find(), xlDryRun.wantedInCi()]).toEqual([undefined, false]);
  vi.stubEnv("VMCS_XENLAB", "/nowhere");
  expect([xlDryRun.find(), xlDryRun.wantedInCi()]).toEqual([undefined, true]);
});
