/** Hover, and help with the arguments of a call. */

import { MarkupKind, type SignatureHelp } from "vscode-languageserver";
import { signatureAt } from "../../editor/hints/signature.ts";
import { hoverAt } from "../../editor/hover/hover.ts";
import type { HandlerGroup } from "../handler.ts";
import { knowledgeOf } from "../knowledge.ts";
import { placeOf, rangeIn } from "../session.ts";

export const hover: HandlerGroup = {
  capabilities: {
    hoverProvider: true,
    signatureHelpProvider: { triggerCharacters: ["(", ","], retriggerCharacters: [")"] },
  },
  register(session) {
    const { connection, workspace } = session;
    connection.onHover(({ textDocument, position }) => {
      const place = placeOf(session, textDocument, position);
      const found = place && hoverAt(knowledgeOf(session), place);
      if (place === undefined || found === undefined || found.markdown === "") return null;
      return {
        contents: { kind: MarkupKind.Markdown, value: found.markdown },
        range: rangeIn(place.file, found.place),
      };
    });
    connection.onSignatureHelp(({ textDocument, position }): SignatureHelp | null => {
      const place = placeOf(session, textDocument, position);
      const found = place && signatureAt(workspace, place);
      if (found === undefined) return null;
      const { label, text, parameters, active } = found;
      return {
        signatures: [
          {
            label,
            documentation: { kind: MarkupKind.Markdown, value: text },
            parameters: parameters.map(({ start, end, text: said }) => ({
              label: [start, end],
              ...(said === "" ? {} : { documentation: { kind: MarkupKind.Markdown, value: said } }),
            })),
            activeParameter: active,
          },
        ],
        activeSignature: 0,
        activeParameter: active,
      };
    });
  },
};
