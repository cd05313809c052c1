/** `file_contents` and `file_exists`: files beside the templates, found along the load path. */

import type { Span } from "../../../text/span.ts";
import { isTemplateName } from "../../tree/path.ts";
import type { Value } from "../../tree/value.ts";
import { type Compiled, flagsOf } from "../code.ts";
import type { Evaluation } from "../evaluation.ts";
import type { FoundFile } from "../services.ts";
import { fail, inReader } from "../site.ts";
import type { SpecialForm } from "../special-form.ts";
import { describe } from "../value-text.ts";

export const fileContents: SpecialForm = {
  name: "file_contents",
  signature: "file_contents(file: string, compression?: string) -> string",
  summary: "The text of a file found along the load path; the compression can be 'gzip'.",
  minArguments: 1,
  maxArguments: 2,
  needsProfile: true,
  compile(scope, node, args) {
    const file = (args[0] as Compiled).run;
    const compression = args[1]?.run;
    const span = scope.span(node);
    checkConstantName(span, args[0] as Compiled, "file_contents");
    return {
      ...flagsOf(args),
      constant: undefined,
      run(ctx) {
        const name = wantRelative(ctx, span, file(ctx), "file_contents");
        return readFound(ctx, span, name, compression?.(ctx));
      },
    };
  },
};

export const fileExists: SpecialForm = {
  name: "file_exists",
  signature: "file_exists(file: string) -> boolean",
  summary: "Whether there is such a file along the load path.",
  minArguments: 1,
  maxArguments: 1,
  needsProfile: true,
  compile(scope, node, args) {
    const file = (args[0] as Compiled).run;
    const span = scope.span(node);
    checkConstantName(span, args[0] as Compiled, "file_exists");
    return {
      ...flagsOf(args),
      constant: undefined,
      run(ctx) {
        return find(ctx, span, wantRelative(ctx, span, file(ctx), "file_exists")) !== undefined;
      },
    };
  },
};

function checkConstantName(span: Span, argument: Compiled, name: string): void {
  const { constant } = argument;
  if (constant !== undefined)
    inReader("syntax", () => wantRelative(undefined, span, constant, name));
}

function wantRelative(ctx: Evaluation | undefined, span: Span, name: Value, form: string): string {
  if (typeof name === "string" && name !== "" && !name.startsWith("/")) return name;
  const given = typeof name === "string" ? `'${name}'` : describe(name);
  return fail(ctx, span, "file-not-relative", { function: form, given });
}

function find(ctx: Evaluation, span: Span, name: string): FoundFile | undefined {
  if (!isTemplateName(name)) return fail(ctx, span, "invalid-file-name", { name });
  return ctx.driver.findFile(ctx, name);
}

function readFound(ctx: Evaluation, span: Span, name: string, method: Value | undefined): string {
  if (method !== undefined && method !== "gzip") {
    const given = typeof method === "string" ? `'${method}'` : describe(method);
    return fail(ctx, span, "unknown-compression", { given });
  }
  const found = find(ctx, span, name);
  if (found === undefined) return fail(ctx, span, "file-not-found", { name });
  if (found.isDirectory) return fail(ctx, span, "file-is-directory", { name: found.path });
  const text = found.read(method === undefined ? "none" : "gzip");
  return text ?? fail(ctx, span, "file-unreadable", { name: found.path });
}
