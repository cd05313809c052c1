/** The parts of the differential tools that judge; what they judge is elsewhere. */
import { describe, expect, it } from "vitest";
import { compareFiles } from "./compare-files.ts";
import { phaseOf } from "./phase.ts";
import { randomTemplates } from "./random-templates.ts";
import { holds } from "./xpath.ts";

describe("phaseOf", () => {
  it.each([
    ["parse error [/a.pan:1.1-1.2]\n\nEncountered: x", "syntax"],
    ["validation error [/a.pan]\nelement at /x is undefined\n", "validation"],
    ['{"severity":"error","category":"evaluation","code":"x"}', "evaluation"],
    ['{"severity":"warning","category":"evaluation","code":"x"}', "none"],
    ["evaluation error [a:1]\nevaluation error [b:1]\nsyntax error [c:1]", "evaluation"],
    ["OPTIONS ERROR: unknown formatter", "none"],
  ])("reads %j", (output, phase) => {
    expect(phaseOf(output)).toBe(phase);
  });
});

describe("compareFiles", () => {
  const files = (entries: Readonly<Record<string, string>>) =>
    new Map(Object.entries(entries).map(([name, text]) => [name, Buffer.from(text)]));

  it("names the first byte that differs, and files that only one has", () => {
    const theirs = files({ "a.xml": "same", "b.xml": "abcdef", "c.xml": "" });
    const ours = files({ "a.xml": "same", "b.xml": "abXdef", "d.xml": "" });
    const { same, differences } = compareFiles(theirs, ours);
    expect(same).toBe(1);
    expect([...differences]).toEqual([
      ["b.xml", 'at byte 2: reference "abcdef", ours "abXdef"'],
      ["c.xml", "only the reference writes it"],
      ["d.xml", "only we write it"],
    ]);
  });
});

describe("randomTemplates", () => {
  it("are the same for the same seed, and others for another", () => {
    const [first, again, other] = [1, 1, 2].map((seed) => [...randomTemplates(seed, 20)]);
    expect(first).toHaveLength(20);
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });
});

describe("holds", () => {
  const xml =
    '<nlist name="profile"><long name="a">1</long><list name="b"><long>2</long></list></nlist>';

  it.each([
    ["/nlist[@name='profile']/long[@name='a']=1", true],
    ["/nlist/list[@name='b']/*[1]='2' and count(/nlist/*)=2", true],
    ["/nlist/string", false],
    ["count(/nlist/*)-1", true],
  ])("evaluates %s", (xpath, expected) => {
    expect(holds(xml, xpath)).toBe(expected);
  });
});
