/** The texts between quotes in a template, as written. */

import type { Token } from "../../syntax/token.ts";
import { DoubleQuotedString, SingleQuotedString } from "../../syntax/tokens.ts";
import type { SourceFile } from "../source-file.ts";

export function stringTokens({ tokens }: Pick<SourceFile, "tokens">): readonly Token[] {
  return tokens.filter(
    ({ tokenType }) => tokenType === SingleQuotedString || tokenType === DoubleQuotedString,
  );
}
