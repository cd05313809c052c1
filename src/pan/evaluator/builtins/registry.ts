/** All built-in functions whose arguments are evaluated before the call. */

import type { Builtin } from "../builtin.ts";
import { base64Decode } from "./base64-decode.ts";
import { base64Encode } from "./base64-encode.ts";
import { clone } from "./clone.ts";
import { debug } from "./debug.ts";
import { deprecated } from "./deprecated.ts";
import { dict } from "./dict.ts";
import { digest } from "./digest.ts";
import { error } from "./error.ts";
import { escape } from "./escape.ts";
import { format } from "./format.ts";
import { index } from "./index.ts";
import { ip4ToLong } from "./ip4-to-long.ts";
import { join } from "./join.ts";
import { jsonDecode } from "./json-decode.ts";
import { jsonEncode } from "./json-encode.ts";
import { key } from "./key.ts";
import { length } from "./length.ts";
import { list } from "./list.ts";
import { longToIp4 } from "./long-to-ip4.ts";
import { match } from "./match.ts";
import { matches } from "./matches.ts";
import { max } from "./max.ts";
import { merge } from "./merge.ts";
import { min } from "./min.ts";
import { nlist } from "./nlist.ts";
import { replace } from "./replace.ts";
import { splice } from "./splice.ts";
import { split } from "./split.ts";
import { substitute } from "./substitute.ts";
import { substr } from "./substr.ts";
import { toBoolean } from "./to-boolean.ts";
import { toDouble } from "./to-double.ts";
import { toLong } from "./to-long.ts";
import { toLowercase } from "./to-lowercase.ts";
import { toString_ } from "./to-string.ts";
import { toUppercase } from "./to-uppercase.ts";
import { traceback } from "./traceback.ts";
import { unescape } from "./unescape.ts";

const all: readonly Builtin[] = [
  jsonEncode,
  jsonDecode,
  digest,
  base64Encode,
  base64Decode,
  format,
  error,
  debug,
  traceback,
  substitute,
  ip4ToLong,
  longToIp4,
  match,
  matches,
  replace,
  split,
  toString_,
  toLong,
  toDouble,
  toBoolean,
  deprecated,
  clone,
  dict,
  escape,
  index,
  join,
  key,
  length,
  list,
  max,
  merge,
  min,
  nlist,
  splice,
  substr,
  toLowercase,
  toUppercase,
  unescape,
];

export const builtins: ReadonlyMap<string, Builtin> = new Map(
  all.map((builtin) => [builtin.name, builtin]),
);
