/** All groups of features; a file and a line here each. */

import type { HandlerGroup } from "../handler.ts";
import { navigation } from "./navigation.ts";

export const handlerGroups: readonly HandlerGroup[] = [navigation];
