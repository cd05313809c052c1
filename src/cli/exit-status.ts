/** What a command's exit status says. */
export const exitStatus = {
  clean: 0,
  /** The input has errors. */
  errors: 1,
  /** The command was called wrongly. */
  usage: 2,
  /** `diff` found differences; the same number, as both want a look at what was said. */
  different: 2,
  /** A failure of our own. */
  internal: 3,
  /** `fmt --check` found files that are laid out otherwise. */
  unformatted: 11,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];
