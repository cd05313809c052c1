/** `panc`, bundled. */

import type * as Compile from "../programs/compile.ts";
import { launch } from "./launch.ts";

launch<typeof Compile>("compile", "compile", ({ runPanc }) => runPanc(process.argv.slice(2)));
