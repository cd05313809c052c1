/**
 * The layers of src, as data: docs/architecture.md says why, this file enforces it, and
 * test/architecture proves that it bites. A new folder of src, and a new package, need a line here.
 */

const core = ["base", "text"];
const world = ["host", "diagnostics"];

/** What each layer may import besides itself. */
export const mayImport = {
  base: [],
  text: ["base"],
  host: core,
  diagnostics: core,
  "pan/java": core,
  "pan/syntax": [...core, "diagnostics"],
  "pan/tree": [...core, "diagnostics"],
  "pan/schema": [...core, "diagnostics", "pan/syntax", "pan/tree"],
  "pan/evaluator": [...core, "diagnostics", "pan/java", "pan/syntax", "pan/tree", "pan/schema"],
  "pan/validator": [
    ...core,
    "diagnostics",
    "pan/syntax",
    "pan/tree",
    "pan/schema",
    "pan/evaluator",
  ],
  "pan/profile": [...core, "diagnostics", "pan/java", "pan/tree"],
  "pan/formatter": [...core, "diagnostics", "pan/syntax"],
  "pan/linter": [...core, "diagnostics", "pan/syntax", "pan/tree"],
  "pan/compiler": [...core, ...world, "pan/*"],
  "pan/history": [...core, ...world, "pan/*"],
  "rules/versions": core,
  "rules/solver": core,
  "rules/language": [...core, "diagnostics", "pan/*", "vm"],
  "rules/repository": [...core, ...world, "pan/*", "rules/language", "rules/versions"],
  "rules/debian": [...core, "rules/repository", "rules/versions"],
  "rules/resolve": [...core, "diagnostics", "pan/*", "rules/*"],
  "rules/explain": [...core, "diagnostics", "pan/*", "rules/*"],
  "rules/check": [...core, "diagnostics", "pan/*", "rules/*"],
  "rules/edit": [...core, ...world, "pan/*", "rules/*"],
  "rules/learn": [...core, ...world, "pan/*", "rules/*"],
  vm: [...core, "diagnostics", "pan/tree"],
  spawn: [...core, "diagnostics", "vm"],
  import: [...core, "diagnostics", "pan/tree", "vm", "spawn"],
  origins: [...core, "diagnostics", "pan/*", "vm", "spawn"],
  doc: [...core, "host", "diagnostics", "pan/*", "rules/language", "vm", "spawn"],
  pipeline: [...core, ...world, "pan/*", "vm", "spawn", "rules/*"],
  apply: [...core, ...world, "vm", "spawn", "pipeline"],
  testing: [...core, ...world, "pan/*", "vm", "spawn", "rules/edit", "pipeline"],
  editor: [...core, ...world, "pan/*", "rules/*", "vm", "spawn", "doc", "pipeline", "origins"],
  "language-server": [...core, ...world, "pan/*", "pipeline", "editor"],
  graph: [...core, ...world, "pan/*", "rules/*"],
  diff: [...core, ...world, "pan/*", "vm", "rules/*", "import", "pipeline"],
  repl: [...core, ...world, "pan/*", "rules/edit"],
  show: [
    ...core,
    ...world,
    "pan/*",
    "rules/*",
    "vm",
    "origins",
    "pipeline",
    "testing",
    "graph",
    "diff",
  ],
  cli: [
    ...core,
    ...world,
    "pan/*",
    "vm",
    "rules/*",
    "spawn",
    "import",
    "doc",
    "origins",
    "pipeline",
    "apply",
    "testing",
    "editor",
    "language-server",
    "graph",
    "diff",
    "repl",
    "show",
  ],
};

/** Every package that src uses, and the only layers that may import it. */
const packageIn = {
  ajv: ["pipeline"],
  chevrotain: ["pan/syntax"],
  commander: ["cli"],
  tinyglobby: ["cli"],
  "libxml2-wasm": ["vm"],
  picocolors: ["diagnostics", "cli"],
  semver: ["rules/versions"],
  "vscode-languageserver": ["language-server", "cli"],
  // Two formats of reports are XML.
  xmlbuilder2: ["vm", "spawn", "diagnostics"],
  yaml: ["spawn"],
};

/** The only places that touch the outside world; everything else takes a Host. */
const mayTouchTheWorld = ["host/node", "cli"];

const publicApi = "^src/index\\.ts$";

const folder = (layer) => `^src/${layer.replace("/*", "")}/`;
const ruleName = (prefix, name) => `${prefix}-${name.replaceAll("/", "-")}`;

const layerRules = Object.entries(mayImport).map(([layer, imports]) => {
  const allowed = [layer, ...imports];
  return {
    name: ruleName("layer", layer),
    comment: `src/${layer} may import only ${allowed.join(", ")}.`,
    severity: "error",
    from: { path: folder(layer) },
    to: { path: "^src/", pathNot: allowed.map(folder) },
  };
});

const packageRules = Object.entries(packageIn).map(([name, layers]) => ({
  name: ruleName("package", name),
  comment: `${name} may be imported only in ${layers.join(", ")}.`,
  severity: "error",
  from: { path: "^src/", pathNot: layers.map(folder) },
  to: { path: `node_modules/${name}/` },
}));

const knownPackages = Object.keys(packageIn).map((name) => `node_modules/${name}/`);
const knownFolders = Object.keys(mayImport).map(folder);

const generalRules = [
  {
    name: "unknown-layer",
    comment: "A folder of src must be a layer of this file and of docs/architecture.md.",
    from: { path: "^src/", pathNot: [...knownFolders, publicApi] },
    to: {},
  },
  {
    name: "unknown-layer-imported",
    comment: "A folder of src must be a layer of this file and of docs/architecture.md.",
    from: {},
    to: { path: "^src/", pathNot: [...knownFolders, publicApi] },
  },
  {
    name: "unknown-package",
    comment: "A package that src imports must be given its layers in this file.",
    from: { path: "^src/" },
    to: { path: "node_modules/", pathNot: knownPackages },
  },
  {
    name: "io-in-core",
    comment: `Only ${mayTouchTheWorld.join(", ")} may import modules of Node; take a Host instead.`,
    from: { path: "^src/", pathNot: mayTouchTheWorld.map(folder) },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "src-to-tests",
    comment: "The product does not know its tests, scripts and benchmarks.",
    from: { path: "^src/" },
    to: { path: "^(test|bench|scripts)/" },
  },
  {
    name: "playground-to-node",
    comment:
      "A browser has no Node: what the playground shares with the commands lies below src/cli.",
    from: { path: "^playground/" },
    to: { path: "^src/(cli|host/node)/" },
  },
  {
    name: "cycle",
    comment: "Modules that need each other are one module. (Types may refer to each other.)",
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  },
  {
    name: "unresolvable",
    comment: "The module does not exist.",
    from: {},
    to: { couldNotResolve: true },
  },
].map((rule) => ({ ...rule, severity: "error" }));

export default {
  forbidden: [...layerRules, ...packageRules, ...generalRules],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    // Without these two, packages with an exports map are not resolved and their rules match nothing.
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
