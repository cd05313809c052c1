/** Properties as text, the same in every format. */

import { formatDouble } from "../java/double-text.ts";
import type { Property } from "../tree/value.ts";

export function propertyText(value: Property): string {
  return typeof value === "number" ? formatDouble(value) : String(value);
}
