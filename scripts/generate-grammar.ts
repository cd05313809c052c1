/** Writes grammar/pan.ebnf from the parser's own productions: `npm run grammar`. */

import { writeFileSync } from "node:fs";
import { renderEbnf } from "./grammar/render-ebnf.ts";

const file = new URL("../grammar/pan.ebnf", import.meta.url);
writeFileSync(file, renderEbnf());
