/**
 * What is known of a library of templates: plain data, which `--output json` prints as it is and pages show.
 *
 * Things refer to each other by identities: a template by its file without ending, below the folder that all files
 * are in, as two templates may have one name; what a template declares by the template and its name. Lists are in
 * the order of the source where that means something, else sorted.
 */

/** `FILE` of a template. */
export type TemplateId = string;

export interface Place {
  /** Below the folder that all files are in. */
  readonly file: string;
  readonly line: number;
}

/** What annotations say of a thing; see `documentation.ts`. */
export interface Documentation {
  /** In the markup of `src/doc/markup`; empty if nothing is said. */
  readonly text: string;
  readonly arguments: readonly string[];
  readonly returns: string | undefined;
  readonly examples: readonly string[];
  readonly unit: string | undefined;
  /** What to use instead, or the empty text. */
  readonly deprecated: string | undefined;
  /** Everything else: `author`, `values`, `since`, … as written. */
  readonly notes: readonly Note[];
}

export interface Note {
  readonly name: string;
  readonly text: string;
}

/** Source text in pieces, so that names in it can be links. */
export type Code = readonly CodePiece[];

export interface CodePiece {
  readonly text: string;
  /** What the text names, if it is part of the library. */
  readonly refers?: Reference;
}

export interface Reference {
  readonly kind: "type" | "function" | "variable" | "template";
  readonly template: TemplateId;
  readonly name: string;
}

export interface TemplateDoc {
  readonly id: TemplateId;
  readonly name: string;
  readonly kind: "ordinary" | "object" | "structure" | "unique" | "declaration";
  readonly place: Place;
  readonly documentation: Documentation;
  readonly includes: readonly Inclusion[];
  readonly includedBy: readonly TemplateId[];
  /** Structure templates that it puts into a configuration. */
  readonly creates: readonly Inclusion[];
  readonly createdBy: readonly TemplateId[];
  /** For a structure template: the paths at which everything that it sets has a type. */
  readonly fits: readonly string[];
  readonly bindings: readonly BindingDoc[];
  readonly types: readonly TypeDoc[];
  readonly functions: readonly FunctionDoc[];
  /** Global variables that it sets. */
  readonly variables: readonly VariableSetting[];
  /** Global variables of the library that it reads. */
  readonly reads: readonly string[];
  readonly writes: readonly WriteDoc[];
  readonly rules: readonly RuleDoc[];
}

/** A template that is included or created. */
export interface Inclusion {
  /** As it is named; for a name that is computed, the expression. */
  readonly name: string;
  readonly when: "always" | "sometimes" | "computed";
  /** Those of the library that have the name, the nearest one first. */
  readonly templates: readonly TemplateId[];
}

export interface BindingDoc {
  readonly path: string;
  readonly type: Code;
  readonly condition: Code | undefined;
  readonly documentation: Documentation;
  readonly place: Place;
}

export interface TypeDoc {
  readonly name: string;
  readonly template: TemplateId;
  readonly place: Place;
  readonly documentation: Documentation;
  /** What it is made of; the fields of a record are `fields`. */
  readonly type: Code;
  readonly extensible: boolean;
  readonly default: Code | undefined;
  readonly condition: Code | undefined;
  /** Record types whose fields it has too. */
  readonly includes: readonly Code[];
  readonly fields: readonly FieldDoc[];
  readonly usedBy: readonly TypeUse[];
}

export interface TypeUse {
  readonly kind: "type" | "path";
  readonly name: string;
  readonly template: TemplateId;
}

export interface FieldDoc {
  readonly key: string;
  readonly required: boolean;
  readonly type: Code;
  readonly default: Code | undefined;
  readonly condition: Code | undefined;
  readonly documentation: Documentation;
  readonly place: Place;
  /** Fields of a record that is written in its place. */
  readonly fields: readonly FieldDoc[];
  /** Record types whose fields that record has too. */
  readonly includes: readonly Code[];
}

export interface FunctionDoc {
  readonly name: string;
  readonly template: TemplateId;
  readonly place: Place;
  readonly documentation: Documentation;
  /** Names of arguments that its body gives away, in order. */
  readonly parameters: readonly string[];
  /** Templates that call it. */
  readonly calledBy: readonly TemplateId[];
}

export interface VariableSetting {
  readonly name: string;
  readonly template: TemplateId;
  readonly place: Place;
  readonly documentation: Documentation;
  /** `default`: with `?=`, so that whoever includes the template can set it before. */
  readonly how: "default" | "set" | "final";
  readonly value: Code;
}

/** A global variable, wherever it is set and read. */
export interface VariableDoc {
  readonly name: string;
  readonly settings: readonly VariableSetting[];
  readonly readBy: readonly TemplateId[];
}

/** A statement, or a part of one, that writes a path. */
export interface WriteDoc {
  /** Relative in a structure template. */
  readonly path: string;
  readonly how: "default" | "set" | "final";
  /** Undefined where something below the path is written, or what is written is long. */
  readonly value: Code | undefined;
  readonly documentation: Documentation;
  readonly place: Place;
}

export interface RuleDoc {
  /** `NAME#NUMBER`, as the commands name it; unique only where names of templates are. */
  readonly id: string;
  readonly kind: "valid" | "conflict" | "suggest";
  readonly template: TemplateId;
  readonly place: Place;
  readonly code: Code;
  readonly message: string | undefined;
  readonly priority: number | undefined;
  /** Absolute paths that it speaks of; `*` is each key. */
  readonly paths: readonly string[];
}

export interface RuleUse {
  readonly template: TemplateId;
  readonly id: string;
}

/** A path that has a type. `*` is each key of a dict, or each index of a list. */
export interface PathDoc {
  readonly path: string;
  /** The first one is the one to read; others come from other bindings of the path. */
  readonly declarations: readonly PathDeclaration[];
  readonly setBy: readonly PathSetter[];
  readonly rules: readonly RuleUse[];
  /** What the value becomes in files that are made of the configuration. */
  readonly becomes: readonly Destination[];
}

export interface PathDeclaration {
  readonly type: Code;
  /** What the names of types in `type` stand for, the nearest first. */
  readonly meaning: readonly { readonly type: Code; readonly documentation: Documentation }[];
  /** Undefined for what a path is bound to, and for what is in a list or a dict. */
  readonly required: boolean | undefined;
  readonly default: Code | undefined;
  readonly conditions: readonly Code[];
  readonly documentation: Documentation;
  readonly unit: string | undefined;
  readonly template: TemplateId;
  readonly place: Place;
}

export interface PathSetter {
  readonly template: TemplateId;
  readonly how: WriteDoc["how"];
  readonly value: Code | undefined;
  readonly place: Place;
  /** For a structure template: whether it is created there by a template of the library, or would fit. */
  readonly through: "created" | "fits" | undefined;
}

export interface Destination {
  /** Such as `system.xml` or `xl.cfg`. */
  readonly file: string;
  /** Element or key. */
  readonly name: string;
  /** Who reads it, and since when; empty where everybody does. */
  readonly note: string;
}

export interface Library {
  readonly title: string;
  readonly templates: readonly TemplateDoc[];
  readonly variables: readonly VariableDoc[];
  readonly paths: readonly PathDoc[];
}
