import { expect, it } from "vitest";
import { isCarried } from "../../../src/spawn/xen/device-spec.ts";
import type { XenContext } from "../../../src/spawn/xen/xl-table.ts";

it.each([
  ["br0", true],
  [" br0", false],
  ["br0 ", false],
  ["", false],
  ["a,b", false],
  [7, true],
])("tells whether xl reads %j as it is written", (value, isRead) => {
  const reported: string[] = [];
  const ctx = {
    report: (code: string) => reported.push(code),
  } as Partial<XenContext> as XenContext;
  expect(isCarried(ctx, { value, at: ["network"] })).toBe(isRead);
  expect(reported).toEqual(isRead ? [] : ["xen-value-misread"]);
});
