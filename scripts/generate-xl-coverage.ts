/** Writes docs/xl-coverage.md from the tables of the Xen backend and the list of xl's keys: `npm run docs`. */

import { readFileSync, writeFileSync } from "node:fs";
import { type ListedKey, renderXlCoverage } from "./xl-coverage/render-xl-coverage.ts";

const list = new URL("../test/fixtures/xl-keys/all-keys.json", import.meta.url);
const page = new URL("../docs/xl-coverage.md", import.meta.url);

const keys = JSON.parse(readFileSync(list, "utf8")) as readonly ListedKey[];
writeFileSync(page, renderXlCoverage(keys));
