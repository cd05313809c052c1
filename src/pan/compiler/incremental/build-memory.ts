/** What earlier builds have left, as a build sees it. */

import type { ProfileReport, TemplateReport } from "../build-report.ts";
import type { FileMark } from "../tracking-host.ts";

export interface BuildMemory {
  /** What is known of a template file that has not changed. */
  template(file: string): TemplateReport | undefined;
  /** A profile that need not be built again, with the templates that it was made from; else why it must be. */
  profile(name: string, offers: ReadonlyMap<string, string>): KnownProfile | StaleProfile;
  noteFiles(templates: readonly TemplateReport[], marks: readonly FileMark[]): void;
  noteProfile(report: ProfileReport, outputs: readonly OutputMark[]): void;
  /** Lets nothing of a profile hold for the next build, which tells the reason. */
  forget(name: string, reason: string): void;
  /** Keeps it all for the next build. */
  save(): void;
}

export interface KnownProfile {
  readonly report: ProfileReport;
  readonly templates: readonly TemplateReport[];
  readonly outputs: readonly OutputMark[];
}

export interface StaleProfile {
  /** The rest of the sentence "It is built because …". */
  readonly reason: string;
}

export interface OutputMark {
  readonly path: string;
  /** What the file system said of the file. */
  readonly mark: string;
  /** Of its bytes. */
  readonly digest: string;
}
