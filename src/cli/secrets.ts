/**
 * Secrets that descriptions refer to, read from this machine: `file:/path` and `env:NAME`.
 *
 * What was read is remembered, so that it can be kept out of whatever is shown.
 */

import { compareNumbers } from "../base/compare.ts";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { ReadSecret } from "../spawn/backend.ts";
import { noSpan } from "../text/span.ts";
import type { Environment } from "./command.ts";

export interface Secrets {
  readonly read: ReadSecret;
  /** The text with every secret that was read put out of sight. */
  readonly redact: (text: string) => string;
  /** What is wrong with how secrets are kept. */
  readonly diagnostics: readonly Diagnostic[];
}

export function secretsOf({ host }: Pick<Environment, "host">): Secrets {
  const values = new Map<string, string | undefined>();
  const diagnostics: Diagnostic[] = [];
  const readFile = (path: string): string | undefined => {
    const text = host.readText(path)?.replace(/\r?\n$/, "");
    if (text !== undefined && host.othersCanRead(path)) {
      diagnostics.push(diagnostic("secret-readable-by-others", noSpan, { path }));
    }
    return text;
  };
  const readReference = (reference: string): string | undefined => {
    const [, kind, name = ""] = /^(file|env):(.+)$/s.exec(reference) ?? [];
    const value = kind === "file" ? readFile(name) : host.environment(name);
    // An empty password would let everybody in.
    return kind === undefined || value === "" ? undefined : value;
  };
  return {
    diagnostics,
    read(reference) {
      if (!values.has(reference)) values.set(reference, readReference(reference));
      return values.get(reference);
    },
    redact: (text) => hide(text, [...values.values()]),
  };
}

/** Stands in for every secret where only the checks of backends count, and what they write is thrown away. */
export const anySecret: ReadSecret = () => "unknown1";

/** The longest first, as one secret may be a part of another. */
function hide(text: string, secrets: readonly (string | undefined)[]): string {
  return secrets
    .filter((secret) => secret !== undefined)
    .toSorted((a, b) => compareNumbers(b.length, a.length))
    .reduce((shown, secret) => shown.replaceAll(secret, "(secret)"), text);
}
