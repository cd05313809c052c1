/** What all tests of a run have in common. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import type { CompiledProfile } from "../pan/compiler/compile.ts";
import type { CompileOptions } from "../pan/compiler/options.ts";
import type { TemplateCache } from "../pan/compiler/template-store.ts";
import type { Target } from "../pipeline/build.ts";
import type { Coverage } from "./coverage/coverage.ts";
import type { TestObserver } from "./observe-test.ts";

export interface TestSetting {
  /** Files do not change during a run. */
  readonly host: Pick<Host, "readText" | "readGzip" | "list" | "kind" | "currentDirectory" | "now">;
  /** The include path is that behind the directories of the tests. */
  readonly options: CompileOptions;
  /** Each template is compiled once for all tests. */
  readonly templates: TemplateCache;
  /** Files of tests, whether they are run or only referred to. */
  readonly tests: ReadonlySet<string>;
  /** By test file. */
  readonly observers: Map<string, TestObserver>;
  readonly coverage: Coverage | undefined;
  /** The project's directory; absolute. */
  readonly root: string;
  readonly target: Target;
  /** What rules make of a profile, as a build has it. */
  readonly complete: (profile: CompiledProfile) => Promise<CompletedProfile>;
  /** Whether snapshots that differ are to be written. */
  readonly isUpdate: boolean;
  /** Takes what `debug` and `traceback` say. */
  readonly print: (text: string) => void;
}

export interface CompletedProfile {
  readonly profile: CompiledProfile;
  /** What was added and why, for people. */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}
