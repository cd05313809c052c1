/** In which phase a compiler refused its input, and why, read from what it printed. */

/** The phase of the first error, as another compiler may stop there; `none` if there is no error. */
export function phaseOf(output: string): string {
  return errorsIn(output)[0]?.phase ?? "none";
}

/** The message of the first error, for people. */
export function firstMessage(output: string): string {
  return errorsIn(output)[0]?.message ?? output.trim().split("\n")[0] ?? "";
}

interface PrintedError {
  readonly phase: string;
  readonly message: string;
}

function errorsIn(output: string): readonly PrintedError[] {
  const lines = output.split("\n");
  return lines.flatMap((line, i) => ownError(line) ?? referenceError(lines, i) ?? []);
}

/** A line of `--diagnostics json`. */
function ownError(line: string): PrintedError | undefined {
  if (!line.startsWith('{"severity":"error"')) return undefined;
  const { category, code, message } = JSON.parse(line);
  return { phase: category, message: `${code}: ${message}` };
}

/** `validation error [file…` and a message in the lines after it; errors of the parser are errors of syntax. */
function referenceError(lines: readonly string[], i: number): PrintedError | undefined {
  const name = /^(parse|syntax|evaluation|validation) error \[/.exec(lines[i] ?? "")?.[1];
  if (name === undefined) return undefined;
  const message = lines.slice(i + 1).find((line) => line !== "") ?? "";
  return { phase: name === "parse" ? "syntax" : name, message };
}
