/**
 * The types of templates/vmcs and the shapes of src/vm say the same: fields, which of them must be given, choices,
 * bounds, forms of texts. A field that is derived must not be given, and one with a default in Pan is there when it
 * is read.
 */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { nodeHost } from "../../../src/host/node/node-host.ts";
import { compile } from "../../../src/pan/compiler/compile.ts";
import type { CallExpression, FullType, TypeNode } from "../../../src/pan/syntax/ast.ts";
import { parseTemplate } from "../../../src/pan/syntax/parse-template.ts";
import { Dict } from "../../../src/pan/tree/dict.ts";
import { List } from "../../../src/pan/tree/list.ts";
import type { Value } from "../../../src/pan/tree/value.ts";
import { machine } from "../../../src/vm/model/machine.ts";
import * as patterns from "../../../src/vm/shape/pattern.ts";
import type { Shape } from "../../../src/vm/shape/shape.ts";
import { filesBelow, repositoryPath } from "../../support/repository.ts";

const declared = declaredTypes();
it("has one model in Pan and in TypeScript", () => {
  const inPan = panModel(resolve({ kind: "NamedType", name: "vmcs_vm" }));
  const advice = "Declare the same in templates/vmcs/types (received) and src/vm/model (expected)";
  expect(inPan, advice).toEqual(shapeModel(machine));
});

/** Forms that only a skeleton has. */
const ofSkeletons = ["profile-name", "digest"];

it("has the same forms of texts in Pan and in TypeScript", () => {
  const forms = Object.values(patterns)
    .filter((value) => typeof value !== "function")
    .filter(({ name }) => !ofSkeletons.includes(name))
    .map(({ name, source, wanted, maxLength }) => [
      name,
      maxLength === undefined ? [source, wanted] : [source, wanted, BigInt(maxLength)],
    ]);
  expect(panForms()).toEqual(Object.fromEntries(forms));
});

/** The forms that templates/vmcs has. */
function panForms(): unknown {
  let forms: unknown;
  const { diagnostics } = compile({
    host: nodeHost(),
    files: [repositoryPath("test/fixtures/templates/forms.pan")],
    options: {
      dialect: "pan",
      includePath: ["templates", "test/fixtures/templates"].map(repositoryPath),
      maxIteration: 10_000,
      maxRecursion: 50,
      deprecationWarnings: "on",
      initialData: new Dict(),
      debugs: () => false,
      build: true,
    },
    print: () => {},
    onProfile: ({ root }) => {
      forms = plain(root.get("forms"));
    },
  });
  expect(diagnostics).toEqual([]);
  return forms;
}

function plain(value: Value | undefined): unknown {
  if (value instanceof List) return value.toArray().map(plain);
  if (!(value instanceof Dict)) return value;
  return Object.fromEntries(value.keys().map((key) => [key, plain(value.get(key))]));
}

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

/** A type, and the forms of texts that the validation of its names asks for. */
interface Resolved {
  readonly type: Reference;
  readonly forms: readonly string[];
}

/** What a name stands for; a bound at the name counts, as nothing else has one. */
function resolve(type: Reference): Resolved {
  const target = type.kind === "NamedType" ? declared.get(type.name) : undefined;
  if (target === undefined) return { type, forms: [] };
  const below = resolve(target.type);
  return { ...below, forms: [...formsIn(target.validation), ...below.forms] };
}

/** The names of forms that an expression checks a value or its keys for. */
function formsIn(expression: unknown): readonly string[] {
  if (typeof expression !== "object" || expression === null) return [];
  const { kind, name, args } = expression as Partial<CallExpression>;
  const form = args?.[1];
  const isCheck =
    kind === "CallExpression" && ["vmcs_is", "vmcs_keys_are"].includes(name?.text ?? "");
  if (isCheck && form?.kind === "StringLiteral") return [form.value];
  return Object.values(expression).flatMap(formsIn);
}

function panModel({ type, forms }: Resolved): unknown {
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
      return { map: panModel(resolve(type.element)), keys: forms };
    case "NamedType":
      return panSimple(type, forms);
    default:
      return expect.unreachable(`the model has no ${type.kind}`);
  }
}

function panSimple(
  type: Extract<Reference, { kind: "NamedType" }>,
  forms: readonly string[],
): unknown {
  if (type.name === "string") return { text: forms };
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
      return { map: shapeModel(shape.item), keys: [shape.keys.name] };
    case "integer":
      return shape.only === undefined ? { from: shape.minimum, to: shape.maximum } : "long";
    case "boolean":
      return "boolean";
    case "text":
      return { text: shape.pattern === undefined ? [] : [shape.pattern.name] };
  }
}
