/** What descriptions are made of, with links as clients follow them. */

import type { Knowledge } from "../editor/hover/markdown.ts";
import type { Session } from "./session.ts";
import { uriOfPath } from "./uri.ts";

export function knowledgeOf({ workspace, profiles }: Session): Knowledge {
  return { workspace, profiles, addressOf: ({ file }, line) => `${uriOfPath(file)}#L${line}` };
}
