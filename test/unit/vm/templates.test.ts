/**
 * The types of templates/vmcs and the shapes of src/vm say the same: fields, which of them must be given, choices,
 * bounds. A field that is derived must not be given, and one with a default in Pan is there when it is read.
 */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { FullType, TypeNode } from "../../../src/pan/syntax/ast.ts";
import { parseTemplate } from "../../../src/pan/syntax/parse-template.ts";
import { hardware } from "../../../src/vm/model/hardware.ts";
import { network } from "../../../src/vm/model/network.ts";
import { software } from "../../../src/vm/model/software.ts";
import { storage } from "../../../src/vm/model/storage.ts";
import { system } from "../../../src/vm/model/system.ts";
import { record, required, type Shape } from "../../../src/vm/shape/shape.ts";
import { filesBelow, repositoryPath } from "../../support/repository.ts";

const declared = declaredTypes();
const vm = record({
  hardware: required(hardware, ""),
  network: required(network, ""),
  system: required(system, ""),
  storage: required(storage, ""),
  software: required(software, ""),
});

it("has one model in Pan and in TypeScript", () => {
  expect(panModel(resolve({ kind: "NamedType", name: "vmcs_vm" }))).toEqual(shapeModel(vm));
});

type Reference = TypeNode | { readonly kind: "NamedType"; readonly name: string };

function declaredTypes(): ReadonlyMap<string, FullType> {
  const types = new Map<string, FullType>();
  for (const file of filesBelow("templates/vmcs/types")) {
    const path = repositoryPath(`templates/vmcs/types/${file}`);
    const { template, diagnostics } = parseTemplate(readFileSync(path, "utf8"), {
      file,
      dialect: "pan",
      mode: "compile",
    });
    expect(diagnostics).toEqual([]);
    for (const statement of template?.statements ?? []) {
      if (statement.kind === "TypeStatement") types.set(statement.name.text, statement.type);
    }
  }
  return types;
}

/** What a name stands for; a bound at the name counts, as nothing else has one. */
function resolve(type: Reference): Reference {
  const target = type.kind === "NamedType" ? declared.get(type.name)?.type : undefined;
  return target === undefined ? type : resolve(target);
}

function panModel(type: Reference): unknown {
  switch (type.kind) {
    case "RecordType":
      return Object.fromEntries(
        type.fields.map((field) => {
          if (field.kind !== "Field") return expect.unreachable("the model includes no records");
          const content = panModel(resolve(field.type.type));
          return [field.key.text, { needed: field.required, content }];
        }),
      );
    case "ChoiceType":
      return { choices: type.choices.map(({ value }) => value).toSorted() };
    case "ListType":
      return { list: panModel(resolve(type.element)) };
    case "DictType":
      return { map: panModel(resolve(type.element)) };
    case "NamedType":
      return panSimple(type);
    default:
      return expect.unreachable(`the model has no ${type.kind}`);
  }
}

function panSimple(type: Extract<Reference, { kind: "NamedType" }>): unknown {
  const range = "range" in type ? type.range : undefined;
  if (type.name !== "long") return type.name;
  return range === undefined ? "long" : { from: Number(range.minimum), to: Number(range.maximum) };
}

function shapeModel(shape: Shape): unknown {
  switch (shape.kind) {
    case "record":
      return Object.fromEntries(
        Object.entries(shape.fields).map(([name, field]) => {
          const content = shapeModel(field.shape);
          return [name, { needed: field.presence === "required", content }];
        }),
      );
    case "variant":
      return Object.fromEntries(
        Object.entries(shape.cases).map(([name, chosen]) => {
          return [name, { needed: false, content: shapeModel(chosen.shape) }];
        }),
      );
    case "choice":
      return { choices: shape.choices.toSorted() };
    case "list":
      return { list: shapeModel(shape.item) };
    case "map":
      return { map: shapeModel(shape.item) };
    case "integer":
      return shape.only === undefined ? { from: shape.minimum, to: shape.maximum } : "long";
    case "boolean":
      return "boolean";
    case "text":
      return "string";
  }
}
