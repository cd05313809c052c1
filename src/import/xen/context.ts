/** What the readers of single keys share. */

import type { DiagnosticCode } from "../../diagnostics/codes.ts";
import {
  type Diagnostic,
  type DiagnosticArguments,
  type DiagnosticExtras,
  diagnostic,
} from "../../diagnostics/diagnostic.ts";
import type { GuestType } from "../../vm/model/system.ts";
import type { Draft } from "../draft.ts";
import { type CfgSetting, spanOf } from "./cfg-value.ts";

export interface XlImport {
  readonly file: string;
  readonly draft: Draft;
  readonly guest: GuestType;
  readonly settings: ReadonlyMap<string, CfgSetting>;
  readonly report: ReportImport;
}

export interface PlaceInFile {
  readonly start: number;
  readonly end: number;
}

export type ReportImport = <Code extends DiagnosticCode>(
  code: Code,
  place: PlaceInFile,
  args: DiagnosticArguments<Code>,
  extras?: DiagnosticExtras,
) => void;

export function reportInto(file: string, diagnostics: Diagnostic[]): ReportImport {
  return (code, place, args, extras) => {
    diagnostics.push(diagnostic(code, spanOf(file, place), args, extras));
  };
}

/** The place of a key. */
export function keyPlace({ keyStart, keyEnd }: CfgSetting): PlaceInFile {
  return { start: keyStart, end: keyEnd };
}

/** Reports that a setting does nothing. */
export function withoutEffect(ctx: XlImport, setting: CfgSetting, reason: string): void {
  ctx.report("import-key-without-effect", keyPlace(setting), { key: setting.key, reason });
}

/** A statement in a message; of one that may hold a password, what it is about. */
export function shownStatement(text: string): string {
  return mayHoldSecret(text) ? `${text.replace(/[^\w .].*$/s, "").trim()} …` : shown(text);
}

/** Whether a line is about passwords, by its looks. */
export function mayHoldSecret(line: string): boolean {
  return /passw/i.test(line);
}

/** A text in a message: on one line, and not endless. */
export function shown(text: string): string {
  const line = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
}
