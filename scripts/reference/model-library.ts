/** The templates of the VM model, as `vmcs doc` knows them. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describeLibrary } from "../../src/doc/library/describe-library.ts";
import type { Library } from "../../src/doc/library/library.ts";

const folder = fileURLToPath(new URL("../../templates", import.meta.url));

export function modelLibrary(): Library {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".pan"))
    .sort()
    .map((name) => ({ path: join(folder, name), text: readFileSync(join(folder, name), "utf8") }));
  const { library, diagnostics } = describeLibrary({ title: "vmcs", files, dialect: "vmcs" });
  const [problem] = diagnostics;
  if (problem !== undefined) throw new Error(problem.message);
  return library;
}
