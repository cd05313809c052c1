/** What may stand at the end of a line of `vmcs repl`. */

import { expect, it } from "vitest";
import { memoryHost } from "../../../src/host/memory/memory-host.ts";
import { Dict } from "../../../src/pan/tree/dict.ts";
import { completeLine } from "../../../src/repl/complete-line.ts";
import { Session } from "../../../src/repl/session.ts";

const template = `object template host;
variable MEMORY = 512;
function memory_of = 1;
'/hardware/memory/size' = 512;
'/hardware/model' = 'x';
'/disks/0/size' = 1;
'/paths/{/etc/x}' = 1;
`;
const host = memoryHost({ files: { "/site/host.pan": template }, currentDirectory: "/site" });
const session = new Session({
  host,
  name: "host",
  file: "/site/host.pan",
  options: {
    dialect: "vmcs",
    includePath: ["/site"],
    maxIteration: 100,
    maxRecursion: 50,
    deprecationWarnings: "on",
    initialData: new Dict(),
    debugs: () => false,
    build: true,
  },
  print: () => undefined,
  workLimit: 1000,
  templates: new Map(),
});
const hardware = ["hardware"];
const files = (): readonly string[] => ["a.pan", "b.pan"];
const complete = (line: string, at: readonly string[] = []) =>
  completeLine(line, session, at, files).candidates;

it("completes names of functions, variables and words of the language", () => {
  expect(complete("1 + memo")).toEqual(["memory_of("]);
  expect(complete("MEM")).toEqual(["MEMORY"]);
  expect(complete("to_l")).toEqual(["to_long(", "to_lowercase("]);
  expect(complete("fore")).toEqual(["foreach"]);
  expect(complete("path_ex")).toEqual(["path_exists("]);
});

it("completes local variables of earlier lines", () => {
  session.evaluate({ file: "<input>", text: "some_local = 1" }, []);
  expect(complete("some_")).toEqual(["some_local"]);
});

it("completes paths where they are in quotes", () => {
  expect(complete("value('/hard")).toEqual(["/hardware"]);
  expect(complete("value('/hardware/m")).toEqual(["/hardware/memory", "/hardware/model"]);
  expect(complete('value("/disks/')).toEqual(["/disks/0"]);
  expect(complete("value('/nothing/")).toEqual([]);
  expect(complete("'some text for")).toEqual([]);
});

it("completes keys of SELF", () => {
  expect(complete("SELF['m", hardware)).toEqual(["memory", "model"]);
});

it("completes commands, and what they are about", () => {
  expect(complete(":p")).toEqual([":path"]);
  expect(complete(":path /hardware/mem")).toEqual(["/hardware/memory"]);
  expect(complete(":path mem", hardware)).toEqual(["memory"]);
  expect(complete(":type ../dis", hardware)).toEqual(["../disks"]);
  expect(complete(":set /hard")).toEqual(["/hardware"]);
  expect(complete(":set /hardware/model = to_l")).toEqual(["to_long(", "to_lowercase("]);
  expect(complete(":load ")).toEqual(["a.pan", "b.pan"].filter((name) => name.startsWith("")));
  expect(complete(":quit x")).toEqual([]);
});

it("tells what is replaced", () => {
  expect(completeLine("x + to_lo", session, [], files).replaced).toBe("to_lo");
  expect(completeLine(":path /hard", session, [], files).replaced).toBe("/hard");
});

it("spells keys as paths do", () => {
  expect(complete(":path /paths/")).toEqual(["/paths/_2fetc_2fx"]);
});
