/** Where the rules meet the spelling of 2009, which the dialect `vmcs` reads. */

import type { PathText } from "./ast.ts";
import { type LegacyContext, modernPath } from "./legacy-spelling.ts";
import { TypeParser } from "./type-parser.ts";

export abstract class LegacyParser extends TypeParser {
  /** Whether the template is a structure: paths may begin with `this` there. */
  protected inStructure = false;

  /** Whether the spelling of 2009 is read. */
  protected isOld(): boolean {
    return this.dialect === "vmcs" && !this.RECORDING_PHASE;
  }

  /** A path as it is written today. */
  protected modern(path: PathText): PathText {
    return this.isOld() ? modernPath(this.legacy(), path) : path;
  }

  protected legacy(): LegacyContext {
    return {
      text: this.text,
      inStructure: this.inStructure,
      report: (code, place, args, extras) => this.report(code, place, args, extras),
      fix: (title, edits) => ({ title, file: this.file, edits }),
    };
  }
}
