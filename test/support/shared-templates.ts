/** Compiled templates that all commands of a test run share: most include the same model of machines. */
import type { TemplateCache } from "../../src/pan/compiler/template-store.ts";

const caches = new Map<string, TemplateCache>();

export function sharedTemplates(options: string): TemplateCache {
  const cache = caches.get(options) ?? new Map();
  caches.set(options, cache);
  return cache;
}
