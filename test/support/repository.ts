/** Paths of this checkout, independent of the folder from which the tests are run. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compareCodeUnits } from "../../src/base/compare.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The absolute path of a file that is named from the top of the repository. */
export function repositoryPath(path: string): string {
  return join(root, path);
}

/** Every file below a folder of the repository, named from that folder with `/`, in a fixed order. */
export function filesBelow(folder: string): readonly string[] {
  return filesIn(repositoryPath(folder));
}

/** Every file below a folder anywhere, named from that folder with `/`, in a fixed order. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll("\\", "/"))
    .sort(compareCodeUnits);
}
