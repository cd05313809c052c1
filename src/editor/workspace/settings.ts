/** What an editor's workspace is told of its templates: by project files, by the client, or by the templates. */

import type { RuleSettings } from "../../pan/linter/settings.ts";
import type { Dialect } from "../../pan/syntax/dialect.ts";
import type { Target } from "../../pipeline/build.ts";

export interface WorkspaceSettings {
  readonly dialect: Dialect;
  /** Absolute paths; empty if nobody says, and then the templates' names tell (see `inferredIncludePath`). */
  readonly includePath: readonly string[];
  /** Directories of templates that stand behind the include path, whoever says it. */
  readonly library: readonly string[];
  /** Directories of rule repositories, absolute. */
  readonly rules: readonly string[];
  /** Indexes and lists of packages, absolute. */
  readonly packages: readonly string[];
  /** Whether machines are held to the laws that come with vmcs. */
  readonly packagedRules: boolean;
  readonly lint: RuleSettings;
  /** What machines are checked for. */
  readonly target: Pick<Target, "backends" | "xenRelease">;
  /** Characters in a line that is formatted. */
  readonly lineWidth: number;
}

/** A directory with settings of its own: a root of the workspace, or one with a project file. */
export interface Scope {
  readonly directory: string;
  readonly settings: WorkspaceSettings;
}
