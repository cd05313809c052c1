/** The files behind a profile, as the `dep` format lists them. */

import type { CompiledTemplate } from "../evaluator/compiled-template.ts";
import type { Dependency } from "../profile/dependency.ts";

export function templateDependency(template: CompiledTemplate): Dependency {
  const extension = template.file.slice(template.file.lastIndexOf("."));
  const directory = template.file.slice(0, -(template.name.length + extension.length + 1));
  return {
    name: template.name,
    kind: extension === ".tpl" ? "TPL" : "PAN",
    directory: directory === "" ? "/" : directory,
  };
}

export function missingTemplate(name: string): Dependency {
  return { name, kind: "ABSENT_SOURCE", directory: undefined };
}

export function textDependency(name: string, directory: string | undefined): Dependency {
  return { name, kind: directory === undefined ? "ABSENT_TEXT" : "TEXT", directory };
}
