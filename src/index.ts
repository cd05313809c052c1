/** The public API: compile Pan, look at the result, go on to the files of a virtual machine; lay out and lint templates. */

export type { Category, Severity } from "./diagnostics/definition.ts";
export type { Diagnostic, Fix, RelatedPlace } from "./diagnostics/diagnostic.ts";
export { renderJson } from "./diagnostics/render-json.ts";
export { renderText } from "./diagnostics/render-text.ts";
export type { Host } from "./host/host.ts";
export { memoryHost } from "./host/memory/memory-host.ts";
export { nodeHost } from "./host/node/node-host.ts";
export {
  type CompiledProfile,
  type CompileInput,
  type CompileOutput,
  compile,
} from "./pan/compiler/compile.ts";
export type { CompileOptions } from "./pan/compiler/options.ts";
export {
  defaultWidth,
  type FormatOptions,
  type FormatResult,
  formatTemplate,
} from "./pan/formatter/format-template.ts";
export { noIncludePath, type TemplateFinder } from "./pan/linter/file-set.ts";
export { type LintOptions, lint } from "./pan/linter/lint.ts";
export {
  defaultSettings,
  type RuleSettings,
  type RuleSeverity,
  ruleSettings,
} from "./pan/linter/settings.ts";
export type { LintInput } from "./pan/linter/source-file.ts";
export type { Profile, ProfileFormat } from "./pan/profile/profile.ts";
export { profileFormats } from "./pan/profile/registry.ts";
export { profileText } from "./pan/profile/write-profile.ts";
export type { Template } from "./pan/syntax/ast.ts";
export {
  type ParseOptions,
  type ParseTemplateResult,
  parseTemplate,
} from "./pan/syntax/parse-template.ts";
export { Dict } from "./pan/tree/dict.ts";
export { List } from "./pan/tree/list.ts";
export { formatPath, type Path, parsePath } from "./pan/tree/path.ts";
export type { Value } from "./pan/tree/value.ts";
export { buildVm, spawnFromSkeletons } from "./pipeline/build.ts";
export type { Span } from "./text/span.ts";
