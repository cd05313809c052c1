/** Requests of an editor that begin from an earlier answer, and answers in the few lines that matter. */
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeLens,
  CompletionItem,
  CompletionList,
  Location,
  MarkupContent,
} from "vscode-languageserver/node";
import type { EditorClient } from "./editor-client.ts";

/** Prints a place or a range shortly. */
export type Print = (value: unknown) => unknown;

/**
 * `resolve LABEL` of a suggestion, `resolve` of all lenses, `incoming` and `outgoing` calls of the first item; undefined
 * if the method is another.
 */
export async function followUp(
  client: EditorClient,
  method: string,
  label: string,
  answer: unknown,
): Promise<{ readonly answer: unknown; readonly lines: (print: Print) => string } | undefined> {
  if (method === "resolve" && Array.isArray(answer)) {
    const lenses = answer as readonly CodeLens[];
    const resolved: CodeLens[] = [];
    for (const lens of lenses) resolved.push(await client.request("codeLens/resolve", lens));
    return { answer, lines: (print) => resolved.map((lens) => lensLine(lens, print)).join("\n") };
  }
  if (method === "resolve") {
    const item = (answer as CompletionList).items.find((one) => one.label === label);
    const resolved = await client.request<CompletionItem>("completionItem/resolve", item);
    return {
      answer,
      lines: () => (resolved.documentation as MarkupContent | undefined)?.value ?? "",
    };
  }
  if (method !== "incoming" && method !== "outgoing") return undefined;
  const [item] = answer as readonly CallHierarchyItem[];
  const calls = await client.request<
    readonly (Partial<CallHierarchyIncomingCall> & Partial<CallHierarchyOutgoingCall>)[]
  >(`callHierarchy/${method}Calls`, { item });
  const lines = (print: Print): string =>
    calls
      .map(({ from, to, fromRanges = [] }) => {
        const other = from ?? to;
        return `${other?.detail} ${other?.name} in ${print(other?.uri)}: ${fromRanges.map(print).join(", ")}`;
      })
      .join("\n");
  return { answer, lines };
}

function lensLine({ range, command }: CodeLens, print: Print): string {
  const places = (command?.arguments?.[2] ?? []) as readonly Location[];
  const shown = places.map((place) => `${print(place.uri)} ${print(place.range)}`).join(", ");
  return `${print(range)} ${command?.title}${shown === "" ? "" : ` → ${shown}`}`;
}

/** The text of a hover, with its range; undefined for other answers. */
export function hoverLines(answer: unknown, print: Print): string | undefined {
  if (typeof answer !== "object" || answer === null || !("contents" in answer)) return undefined;
  const { contents, range } = answer as {
    readonly contents: MarkupContent;
    readonly range: unknown;
  };
  return `${print(range)}\n${print(contents.value)}`;
}
