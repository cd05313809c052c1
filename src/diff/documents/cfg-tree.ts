/** A configuration of xl → a tree: device specifications are cut into their settings. */

import type { CfgItem } from "../../import/xen/cfg-value.ts";
import { parseCfg } from "../../import/xen/parse-cfg.ts";
import { Dict } from "../../pan/tree/dict.ts";
import { List } from "../../pan/tree/list.ts";
import type { Value } from "../../pan/tree/value.ts";

export function cfgTree(text: string): Dict {
  const { settings } = parseCfg(text, "");
  const root = new Dict();
  for (const { key, value, operator } of settings) {
    const shown = valueOf(value);
    const known = root.peek(key);
    if (operator === "+=" && known instanceof List && shown instanceof List) {
      root.put(key, new List([...known.toArray(), ...shown.toArray()]));
    } else {
      root.put(key, shown);
    }
  }
  return root;
}

function valueOf(item: CfgItem): Value {
  if (item.kind === "list") return new List(item.items.map(valueOf));
  const { text, isBare } = item;
  if (isBare && /^-?\d{1,18}$/.test(text)) return BigInt(text);
  return specification(text) ?? text;
}

/** `mac=00:16:3e:…,bridge=xenbr0` as a dict; undefined for any other text. */
function specification(text: string): Dict | undefined {
  const parts = text.split(",");
  const settings = parts.map((part) => /^\s*([a-z][\w-]*)=([\s\S]*)$/.exec(part));
  if (settings.some((setting) => setting === null)) return undefined;
  if (parts.length === 1 && !/^(?:mac|vdev|type|bridge|name|vnc|sdl)=/.test(text)) return undefined;
  return new Dict(
    new Map(settings.map((setting) => [setting?.[1] ?? "", setting?.[2] ?? ""] as const)),
  );
}
