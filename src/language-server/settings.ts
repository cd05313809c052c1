/** What the server goes by: the project file of a root, else what holds for everybody. */

import type { WorkspaceSettings } from "../editor/workspace/settings.ts";
import type { Host } from "../host/host.ts";
import { joinPath } from "../host/path.ts";
import { defaultWidth } from "../pan/formatter/format-template.ts";
import { defaultSettings, ruleSettings } from "../pan/linter/settings.ts";
import { findProjectFile } from "../pipeline/project/find-project.ts";
import { readProject } from "../pipeline/project/read-project.ts";

/** As `vmcs check` has it. */
const usualRelease = "4.17";

/** A project file with mistakes counts as none; they are reported where the file is open. */
export function readSettings(
  host: Host,
  roots: readonly string[],
  library: readonly string[],
): WorkspaceSettings {
  const file = roots.map((root) => findProjectFile(host, root)).find((path) => path !== undefined);
  const project = file === undefined ? undefined : readProject(host, file).project;
  const { settings, directory } = project ?? { settings: {}, directory: "/" };
  const absolute = (paths: readonly string[] = []): readonly string[] =>
    paths.map((path) => joinPath(directory, path));
  return {
    dialect: settings.dialect ?? "vmcs",
    includePath: absolute(settings.includePath),
    library,
    rules: absolute(settings.rules),
    lint: ruleSettings(settings.lint ?? {}, defaultSettings).settings,
    target: {
      backends: settings.backends ?? ["xen"],
      xenRelease: settings.xenRelease ?? usualRelease,
    },
    lineWidth: defaultWidth,
  };
}
