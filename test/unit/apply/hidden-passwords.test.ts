/** What changes are shown as where a password may be in them: however its name is written, and on whichever side. */
import { expect, it } from "vitest";
import { formatChanges } from "../../../src/apply/changes.ts";

it.each([
  { key: "vncpasswd", before: "hunter2", after: "hunter3" },
  { key: "VNCPassword", before: "hunter2", after: "hunter3" },
  { key: "vfb", before: undefined, after: "vnc=1,PASSWORD=hunter2" },
  { key: "vfb", before: "vnc=1,vncpasswd=hunter2", after: undefined },
])("are not shown of %j", (change) => {
  const shown = formatChanges([change], (text) => text);
  expect(shown).toBe(`${change.key}: changed (it holds a secret)`);
});
