/** The object templates below a folder. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareCodeUnits } from "../../src/base/compare.ts";

export interface ObjectTemplate {
  /** Its declared name, which also names its output files. */
  readonly name: string;
  readonly file: string;
}

export function findObjects(folder: string): readonly ObjectTemplate[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:pan|tpl)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(compareCodeUnits)
    .flatMap((file) => {
      const name = declaration.exec(readFileSync(file, "utf8"))?.[1];
      return name === undefined ? [] : [{ name, file }];
    });
}

/** Blank lines, comments and annotations may come before the declaration. */
const declaration = /^(?:\s|#[^\n]*\n|@\w*\{[^}]*\})*object\s+template\s+([\w./+-]+)\s*;/;
