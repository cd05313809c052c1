/** From a configuration of Xen to a description: of xl, or of xm, its predecessor. */

import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ImportResult } from "../description.ts";
import { importAssignments, type XenImportOptions } from "./import-assignments.ts";
import { importXm } from "./import-xm.ts";
import { type Assignment, parseCfg } from "./parse-cfg.ts";
import { isXmKey, telltaleKeys } from "./xm-keys.ts";

/** The tool that a file is for is found out by its syntax and its keys. */
export function importXen(text: string, options: XenImportOptions): ImportResult {
  const parsed = parseCfg(text, options.file);
  const isXm = pythonOnly.test(text) || areForXm(parsed.settings);
  if (!isXm)
    return importAssignments(text, parsed.settings, parsed.diagnostics, { ...options, tool: "xl" });
  const { vm, diagnostics } = importXm(text, options);
  const what = "The file is taken to be one for xm, the tool of Xen before xl";
  const note = diagnostic(
    "import-value-assumed",
    { file: options.file, start: 0, end: 0 },
    { what },
  );
  return { vm, diagnostics: [note, ...diagnostics] };
}

/** Lines that only a program in Python has. */
const pythonOnly =
  /^[ \t]*(import|from|def|if|for|print)\b|^[A-Za-z_]\w*\s*=\s*(["'][^"'\n]*["']\s*[%+]|\(|"""|True\b|False\b)/m;

function areForXm(settings: readonly Assignment[]): boolean {
  const isLinux = ({ key, value }: Assignment): boolean =>
    key === "builder" && value.kind === "text" && value.text === "linux";
  if (settings.some((setting) => isLinux(setting) || telltaleKeys.has(setting.key))) return true;
  // xl knows the key as well, but only to say that it does not heed it.
  const names = settings.map(({ key }) => key);
  return names.includes("device_model") && names.every(isXmKey);
}
