/** What is wrong in the same way in several cases of a test is said once, and names them all. */

import type { Diagnostic, RelatedPlace } from "../diagnostics/diagnostic.ts";
import type { TestResult } from "./test-result.ts";

export function mergedDiagnostics(results: readonly TestResult[]): readonly Diagnostic[] {
  const known = new Map<string, Diagnostic>();
  for (const { diagnostics, caseName } of results) {
    for (const found of diagnostics) {
      const { code, severity, message, span, help } = found;
      const key = JSON.stringify([code, severity, message, span, help]);
      const earlier = known.get(key);
      known.set(key, earlier === undefined ? found : withCase(earlier, found, caseName));
    }
  }
  return [...known.values()];
}

function withCase(earlier: Diagnostic, found: Diagnostic, caseName: string): Diagnostic {
  const step: RelatedPlace | undefined = caseName === "" ? undefined : found.related.at(-1);
  return step === undefined ? earlier : { ...earlier, related: [...earlier.related, step] };
}
