/** The project file: where it is found, and that its schema says what the program knows. */
import { Ajv } from "ajv";
import { describe, expect, expectTypeOf, it } from "vitest";
import { memoryHost } from "../../../src/host/memory/memory-host.ts";
import { profileFormats } from "../../../src/pan/profile/registry.ts";
import {
  findProjectFile,
  type ProjectSettings,
} from "../../../src/pipeline/project/find-project.ts";
import {
  backendNames,
  formatNames,
  projectSchema,
  settingForms,
} from "../../../src/pipeline/project/project-schema.ts";
import { readProject } from "../../../src/pipeline/project/read-project.ts";
import { backends } from "../../../src/spawn/registry.ts";

type Settings = Omit<(typeof projectSchema)["properties"], "$schema">;

/** What a setting of a schema is read as. */
type Read<Schema> = Schema extends { readonly enum: readonly (infer Word)[] }
  ? Word
  : Schema extends { readonly type: infer Type extends keyof ReadTypes }
    ? ReadTypes[Type]
    : never;

interface ReadTypes {
  readonly array: readonly string[];
  readonly boolean: boolean;
  readonly number: number;
  readonly object: Readonly<Record<string, string>>;
  readonly string: string;
}

describe("the schema of project files", () => {
  // It is judged by `npm run types`.
  it("has the settings that are read, as they are read", () => {
    type Expected = { readonly [Name in keyof Settings]?: Read<Settings[Name]> };
    expectTypeOf<ProjectSettings>().toEqualTypeOf<Expected>();
  });

  it("names the formats and backends that there are", () => {
    const formats = [...profileFormats.map(({ name }) => name), "none"];
    const advice = "List them in src/pipeline/project/project-schema.ts";
    expect([...formatNames].toSorted(), advice).toEqual(formats.toSorted());
    const names = backends.map(({ name }) => name);
    expect([...backendNames].toSorted(), advice).toEqual(names.toSorted());
  });

  it("is a schema, and has a form for each setting", () => {
    expect(() => new Ajv({ strict: true }).compile(projectSchema)).not.toThrow();
    expect(Object.keys(settingForms)).toEqual(Object.keys(projectSchema.properties));
  });
});

describe("findProjectFile", () => {
  const host = memoryHost({
    files: { "/site/vmcs.json": "{}", "/site/vms/web/x": "", "/other/vmcs.json/x": "" },
  });

  it.each([
    ["/site", "/site/vmcs.json"],
    ["/site/vms/web", "/site/vmcs.json"],
    ["/", undefined],
    ["/other/vmcs.json", undefined],
  ])("in %s finds %s", (directory, file) => {
    expect(findProjectFile(host, directory)).toBe(file);
  });
});

describe("readProject", () => {
  const read = (text: string): ReturnType<typeof readProject> =>
    readProject(memoryHost({ files: { "/site/vmcs.json": text } }), "/site/vmcs.json");

  it("knows where settings are", () => {
    const text = '{ "rules": ["a", "b"],\n "xenRelease": "4.17.1" }';
    const { project } = read(text);
    const span = project?.spanOf("rules", 1);
    expect(text.slice(span?.start, span?.end)).toBe('"b"');
    expect(project).toMatchObject({ directory: "/site", settings: { rules: ["a", "b"] } });
  });

  it.each([
    ["[]", "A project file must be an object."],
    ['{"rules": [""]}', "An item of 'rules' must be the path of a directory, and no other item's."],
    ['{"dialect": "panc"}', `'dialect' must be "vmcs" or "pan".`],
    ['{"xenRelease": "latest"}', `'xenRelease' must be a text such as "4.17".`],
    ['{"packagedRules": 1}', "'packagedRules' must be true or false."],
    ['{"constructor": 1}', "A project has no setting 'constructor'."],
  ])("refuses %s", (text, message) => {
    const { project, diagnostics } = read(text);
    expect([project, ...diagnostics.map((one) => one.message)]).toEqual([undefined, message]);
  });
});
