/** What xl is told of directories that the guest mounts over 9p: `p9` (xl.cfg(5)). */

import type { VmModel } from "../../vm/model/model.ts";
import type { Share } from "../../vm/model/storage.ts";
import { type DeviceRow, deviceText } from "./device-spec.ts";
import { isAtLeast } from "./release.ts";
import { computedKey, flag, row, type XenContext, type XlKey } from "./xl-table.ts";

export const shareKey: XlKey = computedKey("p9", "/storage/shares", { since: 9 }, shares);

interface TaggedShare {
  readonly tag: string;
  readonly share: Share;
  /** Whether a share before this one names a backend. */
  readonly backendLeaks: boolean;
}

const shareOptions: readonly DeviceRow<TaggedShare>[] = [
  row("tag", [], {}, ({ tag }) => tag),
  row("type", ["type"], { since: 19 }, ({ share }) => share.type),
  row("security_model", ["security_model"], {}, ({ share }) => share.security_model),
  row("path", ["path"], {}, ({ share }) => share.path),
  row("backend", ["backend"], {}, shareBackend),
  row("max-files", ["max_files"], { since: 19 }, ({ share }) => share.max_files),
  row("max-open-files", ["max_open_files"], { since: 19 }, ({ share }) => share.max_open_files),
  row("max-space", ["max_space"], { since: 19 }, ({ share }) => share.max_space),
  row("auto-delete", ["auto_delete"], { since: 19 }, ({ share }) => flag(share.auto_delete)),
];

/** Before 4.18 xl gives a share without a backend that of the one before it, unless it is told the host's. */
function shareBackend(
  { share, backendLeaks }: TaggedShare,
  { release }: XenContext,
): string | undefined {
  if (share.backend !== undefined) return share.backend;
  return backendLeaks && !isAtLeast(release, 18) ? "0" : undefined;
}

function shares({ storage }: VmModel, ctx: XenContext): readonly string[] | undefined {
  if (storage.shares === undefined || storage.shares.size === 0) return undefined;
  let backendLeaks = false;
  return [...storage.shares].map(([tag, share]) => {
    const tagged = { tag, share, backendLeaks };
    backendLeaks ||= share.backend !== undefined;
    return deviceText(ctx, shareOptions, tagged, ["storage", "shares", tag]);
  });
}
