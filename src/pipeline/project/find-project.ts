/** Project files: what they say, and where they are. Reading one is in `read-project.ts`, as few commands have one. */

import type { Host } from "../../host/host.ts";
import { directoryOf, joinPath } from "../../host/path.ts";
import type { Span } from "../../text/span.ts";
import type { SettingName } from "./project-schema.ts";

/** Paths are as written: from the project's directory. */
export interface ProjectSettings {
  readonly includePath?: readonly string[];
  readonly objects?: readonly string[];
  readonly tests?: readonly string[];
  readonly rules?: readonly string[];
  readonly packages?: readonly string[];
  readonly packagedRules?: boolean;
  readonly dialect?: "vmcs" | "pan";
  readonly backends?: readonly string[];
  readonly xenRelease?: string;
  readonly formats?: readonly string[];
  readonly outputDir?: string;
  readonly statementCoverage?: number;
  readonly branchCoverage?: number;
  readonly functionCoverage?: number;
  readonly lint?: Readonly<Record<string, string>>;
  readonly lintBaseline?: string;
}

export interface Project {
  /** Absolute path of the file. */
  readonly file: string;
  /** Its directory, from which its paths are taken. */
  readonly directory: string;
  readonly settings: ProjectSettings;
  /** Where a setting is written, or its item of that index or name. */
  readonly spanOf: (name: SettingName, index?: number | string) => Span;
}

/** What it is called. */
export const projectFileName = "vmcs.json";

/** The nearest project file in a directory or above it. */
export function findProjectFile(host: Pick<Host, "kind">, directory: string): string | undefined {
  const file = joinPath(directory, projectFileName);
  if (host.kind(file) === "file") return file;
  const above = directoryOf(directory);
  return above === directory ? undefined : findProjectFile(host, above);
}
