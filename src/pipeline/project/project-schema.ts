/**
 * What a project file may say, as a JSON Schema (draft 7). `npm run docs` writes `schemas/vmcs.schema.json` from it, for
 * editors. Tests keep the names of formats and backends those of their registries, and the settings those that are read.
 */

const percentage = (what: string) =>
  ({
    type: "number",
    minimum: 0,
    maximum: 100,
    description: `The least percentage of ${what} that tests must run, where coverage is asked for.`,
  }) as const;

const texts = (description: string, item: object = { type: "string", minLength: 1 }) =>
  ({ type: "array", description, items: item, uniqueItems: true }) as const;

export const formatNames = [
  ...["pan", "pan.gz", "xml", "xml.gz", "json", "json.gz", "text", "txt", "dot", "dep", "dep.gz"],
  ...["null", "none"],
];

export const lintSeverities = ["off", "info", "warning", "error"];

export const backendNames = ["xen", "libvirt", "cloud-init", "image"];

export const projectSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  $id: "urn:vmcs:project:1",
  title: "vmcs.json",
  description:
    "What the commands of vmcs use in a project where the command line does not say otherwise.",
  type: "object",
  additionalProperties: false,
  properties: {
    $schema: { type: "string", description: "This schema, for editors." },
    includePath: texts("Directories in which templates are looked for, in this order."),
    objects: texts("Files of object templates, or patterns such as 'vms/*.pan'."),
    tests: texts(
      "Files of tests, or patterns such as 'test/*.pan'; all *_test.pan if this is absent.",
    ),
    rules: texts("Directories with rule repositories."),
    packages: texts("Indexes of packages, or package lists of Debian."),
    packagedRules: {
      type: "boolean",
      description:
        "Whether check and build look at the rules that come with vmcs; they do if this is absent.",
    },
    dialect: { enum: ["vmcs", "pan"], description: "The language of the templates." },
    backends: texts("Platforms to write files for.", { enum: backendNames }),
    xenRelease: {
      type: "string",
      pattern: "^[0-9]+\\.[0-9]+(\\.[0-9]+)?$",
      description: "The release of Xen on the host, such as '4.17'.",
    },
    formats: texts("Formats of the profiles.", { enum: formatNames }),
    outputDir: {
      type: "string",
      minLength: 1,
      description: "The directory that files are written to.",
    },
    statementCoverage: percentage("statements"),
    branchCoverage: percentage("branches"),
    functionCoverage: percentage("functions"),
    lint: {
      type: "object",
      description: "How much the findings of lint rules matter, by the rules' ids.",
      additionalProperties: { enum: lintSeverities },
    },
    lintBaseline: {
      type: "string",
      minLength: 1,
      description: "A file with findings that are not reported.",
    },
  },
} as const;

export type SettingName = keyof typeof projectSchema.properties;

/** What a setting must be, as the rest of a sentence. */
export const settingForms: Readonly<Record<SettingName, string>> = {
  $schema: "a text",
  includePath: "a list of different directories",
  objects: "a list of different files or patterns",
  tests: "a list of different files or patterns",
  rules: "a list of different directories",
  packages: "a list of different files",
  packagedRules: "true or false",
  dialect: '"vmcs" or "pan"',
  backends: `a list of different ones of ${backendNames.join(", ")}`,
  xenRelease: 'a text such as "4.17"',
  formats: `a list of different ones of ${formatNames.join(", ")}`,
  outputDir: "the path of a directory",
  statementCoverage: "a number from 0 to 100",
  branchCoverage: "a number from 0 to 100",
  functionCoverage: "a number from 0 to 100",
  lint: `an object of rules, each ${lintSeverities.join(", ")}`,
  lintBaseline: "the path of a file",
};

/** What an item of a list or of an object must be. */
export const itemForms: Readonly<Partial<Record<SettingName, string>>> = {
  includePath: "the path of a directory, and no other item's",
  objects: "a file or a pattern, and no other item's",
  tests: "a file or a pattern, and no other item's",
  rules: "the path of a directory, and no other item's",
  packages: "the path of a file, and no other item's",
  backends: `one of ${backendNames.join(", ")}, and no other item's`,
  formats: `one of ${formatNames.join(", ")}, and no other item's`,
  lint: `one of ${lintSeverities.join(", ")}`,
};
