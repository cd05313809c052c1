/** Many files in one text: a comment, then each file after a line `-- name --`. The idea is Go's txtar. */

export interface Archive {
  readonly comment: string;
  readonly files: ReadonlyMap<string, string>;
}

export function parseArchive(text: string): Archive {
  const [comment = "", ...parts] = text.split(/^-- (.+) --\r?\n/m);
  const files = new Map<string, string>();
  for (let i = 0; i + 1 < parts.length; i += 2) files.set(parts[i] ?? "", parts[i + 1] ?? "");
  return { comment, files };
}

export function printArchive({ comment, files }: Archive): string {
  const parts = [...files].map(([name, text]) => `-- ${name} --\n${endLine(text)}`);
  return endLine(comment) + parts.join("");
}

function endLine(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
