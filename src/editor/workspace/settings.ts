/** What an editor's workspace is told of its templates: by project files, by the client, or by the templates. */

import type { RuleSettings } from "../../pan/linter/settings.ts";
import type { Dialect } from "../../pan/syntax/dialect.ts";

export interface WorkspaceSettings {
  readonly dialect: Dialect;
  /** Absolute paths; empty if nobody says, and then the templates' names tell (see `inferredIncludePath`). */
  readonly includePath: readonly string[];
  /** Directories of templates that stand behind the include path, whoever says it. */
  readonly library: readonly string[];
  /** Directories of rule repositories, absolute. */
  readonly rules: readonly string[];
  readonly lint: RuleSettings;
  /** Characters in a line that is formatted. */
  readonly lineWidth: number;
}
