/** Why a regular expression cannot be used, on its way from the depth of the parser to its caller. */

export class RegexProblem {
  /** Java refuses it too, or Java would take it and we cannot. */
  readonly kind: "invalid" | "unsupported";
  /** A clause in the present tense: "a group is not closed". */
  readonly message: string;
  /** Offset in the pattern, in code points, from 0. */
  readonly index: number;

  constructor(kind: "invalid" | "unsupported", message: string, index: number) {
    this.kind = kind;
    this.message = message;
    this.index = index;
  }
}
