/**
 * The resolver on a whole distribution, judged by Debian's own tools: `npm run check:debian -- [FILE…]`.
 *
 * Takes package lists (plain, or as apt keeps them); by default those of this machine. Every package is solved by
 * itself and the uninstallable ones compared with dose-debcheck; ten requests are compared with what apt would
 * install on an empty system; conflicts are explained. Tools that are missing are left out, and it is said.
 */
import { readdirSync } from "node:fs";
import { buildIndex } from "../src/rules/debian/build-index.ts";
import { readIndex } from "../src/rules/debian/read-index.ts";
import { compareRequests } from "./debian/compare-requests.ts";
import { compareUninstallable } from "./debian/compare-uninstallable.ts";
import { explainConflicts } from "./debian/explain-conflicts.ts";
import { readList, since } from "./debian/tools.ts";

const given = process.argv.slice(2);
const files = given.length > 0 ? given : listsOfApt();
if (files.length === 0) {
  console.error("There is no package list: run apt-get update, or name one.");
  process.exit(2);
}

const lists = files.map(readList);
let start = performance.now();
const { bytes, packages, skipped } = buildIndex(lists);
console.log(`index: ${packages} packages, ${skipped} skipped, ${since(start)}`);
start = performance.now();
const source = readIndex("debian", bytes);
console.log(`load: ${since(start)}, ${(bytes.length / 2 ** 20).toFixed(1)} MiB`);
if (source === undefined) throw new Error("The index that was just built cannot be read.");

const isSame = [
  compareUninstallable(source, lists),
  compareRequests(source),
  explainConflicts(() => readIndex("debian", bytes)),
].every((result) => result);
process.exit(isSame ? 0 : 1);

function listsOfApt(): readonly string[] {
  const folder = "/var/lib/apt/lists";
  return readdirSync(folder)
    .filter((name) => /_Packages(\.\w+)?$/.test(name))
    .map((name) => `${folder}/${name}`);
}
