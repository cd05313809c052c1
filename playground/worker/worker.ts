/**
 * What runs beside the page: a thread with this program is the language server, another one builds. Which it is, its
 * name says.
 */

import type { AnswerMessage, Answers, BuildRequest, RequestMessage } from "../messages.ts";
import { type Build, buildDescription } from "./build.ts";
import { explainLine, explainValue } from "./explain.ts";
import { serveLanguage } from "./language.ts";

/** The global object of a worker. */
const scope = self as unknown as Worker & { readonly name: string };

if (scope.name === "language") serveLanguage(scope);
else serveBuilds();

function serveBuilds(): void {
  let last: Build | undefined;
  const answer = async (request: BuildRequest): Promise<Answers[keyof Answers]> => {
    if (request.kind === "build") {
      const { build, built } = await buildDescription(request.description);
      // The page keeps showing what there was when a description cannot be read for a moment.
      if (built.profiles.length > 0) last = build;
      return built;
    }
    if (last === undefined) return { title: "", text: "Nothing has been built yet." };
    return request.kind === "explain-path"
      ? explainValue(last, request.profile, request.path)
      : explainLine(last, request.profile, request.file, request.line);
  };
  scope.addEventListener("message", async ({ data }: MessageEvent<RequestMessage>) => {
    const { id, request } = data;
    let message: AnswerMessage;
    try {
      message = { id, answer: await answer(request) };
    } catch (error) {
      // A mistake of ours must show on the page, where nobody looks at the console.
      message = { id, failure: error instanceof Error ? error.message : String(error) };
    }
    scope.postMessage(message);
  });
}
