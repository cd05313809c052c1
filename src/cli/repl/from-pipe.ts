/** Input from a pipe or a file: each expression as soon as it is whole, until the end. */

import { createInterface } from "node:readline";
import { isBlank } from "../../repl/whole-input.ts";
import type { Conversation } from "./conversation.ts";

export async function converseThroughPipe(
  conversation: Conversation,
  stream: NodeJS.ReadableStream,
): Promise<void> {
  const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  /** The lines of what is not whole yet, and the number of the first one. */
  let pending: string[] = [];
  let first = 1;
  const take = async (): Promise<void> => {
    const text = pending.join("\n");
    const name = `<input ${first}>`;
    first += pending.length;
    pending = [];
    await conversation.take(name, text);
  };
  for await (const line of lines) {
    // No expression has a line that begins with a colon, so the one before will not be finished any more.
    if (pending.length > 0 && /^\s*:/.test(line)) await take();
    pending.push(line);
    const text = pending.join("\n");
    if (isBlank(text) || conversation.isWhole(text)) await take();
    if (conversation.isOver) break;
  }
  await take();
  lines.close();
}
