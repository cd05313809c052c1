/** Writes docs/lint.md from the lint rules: `npm run docs`. */

import { writeFileSync } from "node:fs";
import { renderLintPage } from "./lint/render-lint-page.ts";

writeFileSync(new URL("../docs/lint.md", import.meta.url), renderLintPage());
