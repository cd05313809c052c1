/** Lines of emitted files with secrets in them: they are the same lines, whatever the secrets are. */

import { describe, expect, it } from "vitest";
import { secretStandIns } from "../../../src/cli/emitted-line.ts";
import { memoryHost } from "../../../src/host/memory/memory-host.ts";

describe("lines with secrets", () => {
  const { hides, read, redact } = secretStandIns({ host: memoryHost() });
  const [one, other] = [read("env:ONE"), read("env:OTHER")];
  const line = `vfb = [ "passwd=${one},vnc=1", "passwd=${other}" ]`;

  it.each([
    ["the same line", line, true],
    ["both secrets", 'vfb = [ "passwd=a,vnc=1", "passwd=b" ]', true],
    ["something else between them", 'vfb = [ "passwd=a,vnc=0", "passwd=b" ]', false],
    ["another beginning", 'xfb = [ "passwd=a,vnc=1", "passwd=b" ]', false],
    ["another end", 'vfb = [ "passwd=a,vnc=1", "passwd=b" ', false],
  ])("with %s", (_, stored, isSame) => {
    expect(hides(line, stored)).toBe(isSame);
  });

  it("have the same secret twice", () => {
    expect(hides(`a ${one} b ${one} c`, "a x b x c")).toBe(true);
  });

  it("end where the next part begins", () => {
    expect(hides(`ab${one}ba`, "aba")).toBe(false);
  });

  it("differ from those without", () => {
    expect(hides("memory = 1", "memory = 2")).toBe(false);
  });

  it("are shown without what stands in for them", () => {
    expect(redact(line)).toBe('vfb = [ "passwd=(secret),vnc=1", "passwd=(secret)" ]');
  });
});
