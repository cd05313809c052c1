/** The words that an option takes, as pages tell them. */

import type { OptionDescription } from "../../src/cli/describe-commands.ts";

export interface OptionChoices {
  /** Empty where it takes any. */
  readonly words: readonly string[];
  /** Those words, unless the description of the option names them all. */
  readonly untold: readonly string[];
}

export function optionChoices({ description, values }: OptionDescription): OptionChoices {
  const words = values.kind === "words" ? values.words : [];
  const isTold = words.every((word) => description.includes(word));
  return { words, untold: isTold ? [] : words };
}
