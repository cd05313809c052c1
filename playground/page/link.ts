/** A description in the fragment of an address, which browsers keep to themselves: `#1=` and packed text. */

import { concatenated } from "../bytes.ts";
import type { Description } from "../messages.ts";

const prefix = "#1=";
/** A few kilobytes can unpack to gigabytes. */
const mostBytes = 4_000_000;
const mostFiles = 200;

export interface Linked extends Description {
  /** The file that is shown. */
  readonly main: string;
}

/** What is wrong with a link, for people. */
export class LinkError extends Error {}

export async function packLink(linked: Linked): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(linked));
  const packed = await through(new CompressionStream("deflate-raw"), bytes);
  return prefix + base64Url(packed);
}

/** Undefined if there is no description in the fragment. Throws `LinkError` if there is a damaged one. */
export async function unpackLink(fragment: string): Promise<Linked | undefined> {
  if (fragment === "" || fragment === "#") return undefined;
  if (!fragment.startsWith(prefix)) {
    throw new LinkError("This link is not one of the playground, or of a later version of it.");
  }
  const bytes = fromBase64Url(fragment.slice(prefix.length));
  const text = bytes && (await unpacked(bytes));
  const linked = text === undefined ? undefined : parsed(text);
  if (linked === undefined) {
    throw new LinkError("This link is damaged: it was perhaps cut off when it was copied.");
  }
  return linked;
}

async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  try {
    const whole = await through(new DecompressionStream("deflate-raw"), bytes);
    return new TextDecoder("utf-8", { fatal: true }).decode(whole);
  } catch (error) {
    if (error instanceof LinkError) throw error;
    return undefined;
  }
}

async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    size += value.length;
    if (size > mostBytes) {
      await reader.cancel();
      throw new LinkError("This link holds more than the playground takes (4 MB).");
    }
  }
  return concatenated(parts);
}

function base64Url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]+$/.test(text)) return undefined;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** Nothing of what strangers send is taken for granted. */
function parsed(text: string): Linked | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const { files, repositories, xenRelease, main } = value as Partial<Record<keyof Linked, unknown>>;
  if (!Array.isArray(files) || files.length === 0 || files.length > mostFiles) return undefined;
  if (!files.every(isFile) || !isTexts(repositories)) return undefined;
  if (typeof xenRelease !== "string" || !/^\d+\.\d+$/.test(xenRelease)) return undefined;
  const shown = files.some(({ name }) => name === main) ? String(main) : files[0]?.name;
  if (shown === undefined) return undefined;
  const texts = files.map(({ name, text: content }) => ({ name, text: content }));
  return { files: texts, repositories, xenRelease, main: shown };
}

function isFile(value: unknown): value is { readonly name: string; readonly text: string } {
  if (typeof value !== "object" || value === null) return false;
  const { name, text } = value as Readonly<Record<string, unknown>>;
  return typeof name === "string" && isFileName(name) && typeof text === "string";
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string" && isDirectory(one));
}

function isDirectory(name: string): boolean {
  return /^(\.\/)?[\w+-]+(\/[\w+-]+)*$/.test(name);
}

/** Names of templates, with `.pan`. */
export function isFileName(name: string): boolean {
  return /^[\w+-][\w+.-]*(\/[\w+-][\w+.-]*)*\.pan$/.test(name);
}
