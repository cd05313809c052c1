/** The formatter's goldens: `x.pan` → `x.out`, the layout or why there is none. What always holds is checked for each. */

import { expect } from "vitest";
import { formatEdits } from "../../../../src/pan/formatter/format-range.ts";
import {
  defaultWidth,
  type FormatOptions,
  formatTemplate,
} from "../../../../src/pan/formatter/format-template.ts";
import { meaningDiffers } from "../../../../src/pan/formatter/same-meaning.ts";
import { applyEdits } from "../../../../src/text/edit.ts";
import { goldenSuite } from "../../../support/fixtures.ts";

for (const dialect of ["pan", "vmcs"] as const) {
  goldenSuite({
    folder: `formatter/${dialect}`,
    input: ".pan",
    golden: ".out",
    render: ({ name, text }) => checked(text, { file: name, dialect, width: defaultWidth }),
  });
}

function checked(text: string, options: FormatOptions): string {
  const { text: formatted, diagnostics } = formatTemplate(text, options);
  const { edits } = formatEdits(text, options);
  if (formatted === undefined) {
    expect(edits).toEqual([]);
    return diagnostics.map(({ code, message }) => `${code}: ${message}\n`).join("");
  }
  expect(formatTemplate(formatted, options).text).toBe(formatted);
  expect(meaningDiffers(text, formatted, options.dialect)).toBeUndefined();
  expect(applyEdits(text, edits)).toBe(formatted);
  expect(withCarriageReturns(text, options)).toBe(formatted);
  return formatted;
}

/** Line ends become those of the layout, but in heredocs, where they belong to the text. */
function withCarriageReturns(text: string, options: FormatOptions): string | undefined {
  const windows = text.replaceAll("\n", "\r\n");
  const { text: formatted } = formatTemplate(windows, options);
  expect(formatted).toBeDefined();
  expect(meaningDiffers(windows, formatted ?? "", options.dialect)).toBeUndefined();
  return formatted?.replaceAll("\r\n", "\n");
}
