/** All groups of features; a file and a line here each. */

import type { HandlerGroup } from "../handler.ts";
import { actions } from "./actions.ts";
import { completion } from "./completion.ts";
import { diagnostics } from "./diagnostics.ts";
import { documentFeatures } from "./document.ts";
import { files } from "./files.ts";
import { hierarchy } from "./hierarchy.ts";
import { hints } from "./hints.ts";
import { hover } from "./hover.ts";
import { navigation } from "./navigation.ts";
import { rename } from "./rename.ts";
import { symbols } from "./symbols.ts";

export const handlerGroups: readonly HandlerGroup[] = [
  navigation,
  rename,
  symbols,
  documentFeatures,
  diagnostics,
  actions,
  files,
  completion,
  hover,
  hints,
  hierarchy,
];
