/** Writes of a template, as they are shown. */

import type { Expression } from "../../pan/syntax/ast.ts";
import type { Described } from "./declarations.ts";
import { placeOf } from "./doc-source.ts";
import { documentationOf } from "./documentation.ts";
import type { Code, WriteDoc } from "./library.ts";
import type { Written } from "./writes.ts";

export function writeDocs(described: Described, writes: readonly Written[]): readonly WriteDoc[] {
  const { from } = described;
  return writes.map((written) => ({
    path: written.path,
    how: written.how,
    value: shownValue(described, written.value),
    documentation: documentationOf(written.statement.annotations),
    place: placeOf(from, written.start),
  }));
}

/** A block is a program, not a value: it is to be read where it stands. */
export function shownValue({ code }: Described, value: Expression): Code | undefined {
  return value.kind === "Block" ? undefined : code(value);
}
