/** Templates → what is known of the library that they are. */

import { compareCodeUnits } from "../../base/compare.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Dialect } from "../../pan/syntax/dialect.ts";
import { codeOf, codeText, typeCodeOf } from "./code.ts";
import { bindingsOf, type Described, functionsOf, typesOf, variablesOf } from "./declarations.ts";
import { type DocFile, type DocSource, placeOf, readSources } from "./doc-source.ts";
import { documentationOf } from "./documentation.ts";
import type { Inclusion, Library, TemplateDoc, TemplateId, VariableDoc } from "./library.ts";
import { listIn } from "./multimap.ts";
import { includedNames, isCreate, NameIndex } from "./name-index.ts";
import { pathTree } from "./path-tree.ts";
import { describePaths } from "./paths.ts";
import { problemsOf } from "./problems.ts";
import { rulesOf } from "./rules.ts";
import { fittingPaths } from "./structures.ts";
import { Uses } from "./uses.ts";
import { writeDocs } from "./write-docs.ts";
import { writesOf } from "./writes.ts";

export interface DescribeInput {
  readonly title: string;
  readonly files: readonly DocFile[];
  readonly dialect: Dialect;
}

export interface DescribeOutput {
  readonly library: Library;
  /** Errors are what the compiler refuses: the library is then not whole. */
  readonly diagnostics: readonly Diagnostic[];
}

export function describeLibrary({ title, files, dialect }: DescribeInput): DescribeOutput {
  const sources = readSources(files, dialect);
  const index = new NameIndex(sources);
  const described = new Map<TemplateId, Described>(
    sources.map((from) => {
      const code = codeOf(from, index);
      return [from.id, { from, code, typeCode: typeCodeOf(code) }];
    }),
  );
  const root = pathTree({ index, described });
  const uses = new Uses(sources, index);
  const templates = [...described.values()].map((one) => templateDoc(one, index, uses, root));
  return {
    library: {
      title,
      templates,
      variables: variableDocs(templates),
      paths: describePaths({ root, described, index, templates }),
    },
    diagnostics: sources.flatMap(problemsOf),
  };
}

function templateDoc(
  described: Described,
  index: NameIndex,
  uses: Uses,
  root: ReturnType<typeof pathTree>,
): TemplateDoc {
  const { from } = described;
  const { template } = from.source;
  const isStructure = template.templateKind === "structure";
  const writes = writesOf(template);
  return {
    id: from.id,
    name: template.name.text,
    kind: template.templateKind,
    place: placeOf(from, template.name.start),
    documentation: documentationOf(template.annotations),
    includes: inclusionsOf(described, index),
    includedBy: uses.includedBy(from.id),
    creates: creationsOf(from, index),
    createdBy: uses.createdBy(from.id),
    fits: isStructure ? fittingPaths(writes, root) : [],
    bindings: bindingsOf(described),
    types: typesOf(described).map((type) => ({ ...type, usedBy: uses.ofType(from.id, type.name) })),
    functions: functionsOf(described).map((one) => ({
      ...one,
      calledBy: uses.ofFunction(from.id, one.name),
    })),
    variables: variablesOf(described),
    reads: uses.variablesReadIn(from.id),
    writes: writeDocs(described, writes),
    rules: rulesOf(described),
  };
}

function inclusionsOf({ from, code }: Described, index: NameIndex): readonly Inclusion[] {
  return from.source.nodes("IncludeStatement").flatMap(({ template }) => {
    const { names, always, computed } = includedNames(template);
    const known = names.map((name): Inclusion => {
      const templates = index.templatesNamed(name, from).map(({ id }) => id);
      return { name, when: always ? "always" : "sometimes", templates };
    });
    if (!computed) return known;
    return [...known, { name: codeText(code(template)), when: "computed", templates: [] }];
  });
}

function creationsOf(from: DocSource, index: NameIndex): readonly Inclusion[] {
  const names = from.source.nodes("CallExpression").flatMap((call) => {
    const [name] = call.args;
    return isCreate(call) && name !== undefined ? includedNames(name).names : [];
  });
  return [...new Set(names)].map((name) => ({
    name,
    when: "always",
    templates: index.templatesNamed(name, from).map(({ id }) => id),
  }));
}

function variableDocs(templates: readonly TemplateDoc[]): readonly VariableDoc[] {
  const settings = new Map<string, VariableDoc["settings"][number][]>();
  const readers = new Map<string, TemplateId[]>();
  for (const { id, variables, reads } of templates) {
    for (const setting of variables) listIn(settings, setting.name).push(setting);
    for (const name of reads) listIn(readers, name).push(id);
  }
  return [...settings.keys()].sort(compareCodeUnits).map((name) => ({
    name,
    settings: settings.get(name) ?? [],
    readBy: readers.get(name) ?? [],
  }));
}
