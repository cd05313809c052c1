/** Writes docs/diagnostics.md from the table of diagnostics and the goldens of its fixtures: `npm run docs`. */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { renderDiagnosticsPage } from "./diagnostics/render-diagnostics-page.ts";

const page = new URL("../docs/diagnostics.md", import.meta.url);
const goldens = new URL("../test/fixtures/diagnostics/", import.meta.url);

writeFileSync(
  page,
  renderDiagnosticsPage((code) => {
    const golden = new URL(`${code}.out`, goldens);
    return existsSync(golden) ? readFileSync(golden, "utf8") : undefined;
  }),
);
