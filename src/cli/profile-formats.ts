/** The value of the option `--formats`. */

import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { ProfileFormat } from "../pan/profile/profile.ts";
import { isUnknownFormat, selectFormats } from "../pan/profile/select-formats.ts";
import { noSpan } from "../text/span.ts";
import { UsageError } from "./usage-error.ts";

export function profileFormats(names: string): readonly ProfileFormat[] {
  const formats = selectFormats(names);
  if (!isUnknownFormat(formats)) return formats;
  throw new UsageError(diagnostic("unknown-format", noSpan, { format: formats.unknown }));
}
