/** The settings of a configuration of xl, and those of a domain that runs. */

import type { Settings } from "../changes.ts";

/**
 * The settings of a file that the Xen backend wrote: a key starts a line, and what follows up to the next key or
 * comment is its value.
 */
export function settingsOfCfg(text: string): Settings {
  const settings = new Map<string, string>();
  let key: string | undefined;
  for (const line of text.split("\n")) {
    const [, start, value = ""] = /^([A-Za-z_][\w.]*)\s*=\s*(.*)$/.exec(line) ?? [];
    key = line.startsWith("#") ? undefined : (start ?? key);
    if (key === undefined) continue;
    const before = start === undefined ? (settings.get(key) ?? "") : "";
    settings.set(key, `${before} ${start === undefined ? line.trim() : value}`.trim());
  }
  return settings;
}

/** A text of the settings without its quotes; undefined if it is absent or something else. */
export function textSetting(settings: Settings, key: string): string | undefined {
  return /^"([^"\\]*)"$/.exec(settings.get(key) ?? "")?.[1];
}

/** What `xl list -l` says of a domain, flat: `config.b_info.max_vcpus` and so on. The domain's number is left out. */
export function settingsOfDomain(listing: string): Settings | undefined {
  const parsed = parseJson(listing);
  const domain: unknown = Array.isArray(parsed) ? parsed[0] : parsed;
  if (typeof domain !== "object" || domain === null || !("config" in domain)) return undefined;
  const settings = new Map<string, string>();
  flatten(domain.config, "", settings);
  return settings;
}

function flatten(value: unknown, path: string, settings: Map<string, string>): void {
  if (typeof value !== "object" || value === null) {
    settings.set(path, String(value));
    return;
  }
  for (const [key, child] of Object.entries(value)) {
    flatten(child, path === "" ? key : `${path}.${key}`, settings);
  }
}

/** Undefined if it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
