/** Where a command writes to, and how wide and colourful that is. */

export interface Terminal {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Whether stderr shows colours: it is a terminal, and NO_COLOR does not forbid it. */
  readonly colors: boolean;
  /** Columns of stderr. */
  readonly width: number;
}

export function processTerminal(): Terminal {
  const { env, stderr, stdout } = process;
  const forced = env["FORCE_COLOR"] !== undefined && env["FORCE_COLOR"] !== "0";
  return {
    stdout: (text) => void stdout.write(text),
    stderr: (text) => void stderr.write(text),
    colors: (env["NO_COLOR"] ?? "") === "" && (forced || stderr.isTTY === true),
    width: stderr.columns ?? 100,
  };
}
