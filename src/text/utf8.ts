/** Whether a text that was read as UTF-8 is what the bytes say: U+FFFD has been written, and stands for nothing lost. */
export function isWrittenAs(text: string, bytes: Uint8Array): boolean {
  const written = new TextEncoder().encode(text);
  return written.length === bytes.length && written.every((byte, i) => byte === bytes[i]);
}
