/** Who uses what: the other direction of includes, creations, calls, types and variables. */

import { compareCodeUnits } from "../../base/compare.ts";
import { nodesIn } from "../../pan/syntax/nodes.ts";
import type { DocSource } from "./doc-source.ts";
import type { TemplateId, TypeUse } from "./library.ts";
import { listIn } from "./multimap.ts";
import { includedNames, isCreate, type NameIndex } from "./name-index.ts";

export class Uses {
  private readonly including = new Map<TemplateId, TemplateId[]>();
  private readonly creating = new Map<TemplateId, TemplateId[]>();
  private readonly calling = new Map<string, TemplateId[]>();
  private readonly typeUses = new Map<string, TypeUse[]>();
  private readonly reads = new Map<TemplateId, readonly string[]>();
  private readonly index: NameIndex;

  constructor(sources: readonly DocSource[], index: NameIndex) {
    this.index = index;
    const globals = new Set(index.names("variable"));
    for (const source of sources) {
      this.readTemplates(source);
      this.readCalls(source);
      this.readTypes(source);
      this.readVariables(source, globals);
    }
  }

  includedBy(id: TemplateId): readonly TemplateId[] {
    return inOrder(this.including.get(id));
  }

  createdBy(id: TemplateId): readonly TemplateId[] {
    return inOrder(this.creating.get(id));
  }

  ofFunction(id: TemplateId, name: string): readonly TemplateId[] {
    return inOrder(this.calling.get(declaration(id, name)));
  }

  ofType(id: TemplateId, name: string): readonly TypeUse[] {
    return this.typeUses.get(declaration(id, name)) ?? [];
  }

  variablesReadIn(id: TemplateId): readonly string[] {
    return this.reads.get(id) ?? [];
  }

  /** Each of the templates that a name may mean. */
  private readTemplates(source: DocSource): void {
    const use = (to: Map<TemplateId, TemplateId[]>, name: string): void => {
      for (const { id } of this.index.templatesNamed(name, source)) listIn(to, id).push(source.id);
    };
    for (const { template } of source.source.nodes("IncludeStatement")) {
      for (const name of includedNames(template).names) use(this.including, name);
    }
    for (const call of source.source.nodes("CallExpression")) {
      const [first] = call.args;
      if (!isCreate(call) || first === undefined) continue;
      for (const name of includedNames(first).names) use(this.creating, name);
    }
  }

  private readCalls(source: DocSource): void {
    for (const { name } of source.source.nodes("CallExpression")) {
      const declaring = this.index.declaring("function", name.text, source);
      if (declaring === undefined) continue;
      listIn(this.calling, declaration(declaring.id, name.text)).push(source.id);
    }
  }

  private readTypes(source: DocSource): void {
    const { nodes } = source.source;
    for (const statement of nodes("TypeStatement")) {
      this.useTypes(source, statement.type, { kind: "type", name: statement.name.text });
    }
    for (const { type, path } of nodes("BindStatement")) {
      this.useTypes(source, type, { kind: "path", name: path.text });
    }
  }

  private useTypes(
    source: DocSource,
    type: Parameters<typeof nodesIn>[0],
    by: Pick<TypeUse, "kind" | "name">,
  ): void {
    const names = nodesIn(type).flatMap((node) => {
      if (node.kind === "NamedType") return [node.name];
      return node.kind === "IncludeFields" ? [node.type.text] : [];
    });
    for (const name of new Set(names)) {
      const declaring = this.index.declaring("type", name, source);
      if (declaring === undefined) continue;
      const uses = listIn(this.typeUses, declaration(declaring.id, name));
      uses.push({ ...by, template: source.id });
    }
  }

  private readVariables(source: DocSource, globals: ReadonlySet<string>): void {
    const names = source.source.nodes("VariableReference").map(({ name }) => name.text);
    const read = new Set(names.filter((name) => globals.has(name)));
    this.reads.set(source.id, [...read].sort(compareCodeUnits));
  }
}

function declaration(id: TemplateId, name: string): string {
  return `${id} ${name}`;
}

function inOrder(ids: readonly TemplateId[] | undefined): readonly TemplateId[] {
  return [...new Set(ids)].sort(compareCodeUnits);
}
