/** Templates by file: each is read, parsed and compiled once, and serves every profile. */

import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import { noSpan } from "../../text/span.ts";
import { compileTemplate } from "../evaluator/compile-template.ts";
import type { CompiledTemplate } from "../evaluator/compiled-template.ts";
import type { Counters } from "../evaluator/counters.ts";
import type { Dialect } from "../syntax/dialect.ts";
import { parseTemplate } from "../syntax/parse-template.ts";
import type { SourceHost } from "./source-host.ts";

export interface StoredTemplate {
  /** Undefined if it has errors. */
  readonly template: CompiledTemplate | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export interface TemplateStoreOptions {
  readonly dialect: Dialect;
  /** Whether `debug` and `traceback` do something in the template of that name. */
  readonly debugs: (templateName: string) => boolean;
}

export class TemplateStore {
  private readonly host: SourceHost;
  private readonly options: TemplateStoreOptions;
  private readonly counters: Counters;
  private readonly stored = new Map<string, StoredTemplate>();
  private readonly texts = new Map<string, string>();

  constructor(host: SourceHost, options: TemplateStoreOptions, counters: Counters) {
    this.host = host;
    this.options = options;
    this.counters = counters;
  }

  /** The template in a file; a file that cannot be read has a diagnostic. */
  get(path: string): StoredTemplate {
    let stored = this.stored.get(path);
    if (stored === undefined) {
      stored = this.load(path);
      this.stored.set(path, stored);
    }
    return stored;
  }

  /** Text of a file that was loaded, for showing diagnostics. */
  text(path: string): string | undefined {
    return this.texts.get(path);
  }

  /** Everything loaded so far, in the order of loading. */
  all(): Iterable<readonly [string, StoredTemplate]> {
    return this.stored;
  }

  private load(path: string): StoredTemplate {
    const text = this.host.readText(path);
    if (text === undefined) {
      return {
        template: undefined,
        diagnostics: [diagnostic("template-unreadable", { ...noSpan, file: path }, { path })],
      };
    }
    this.texts.set(path, text);
    this.counters.templates++;
    const { dialect, debugs } = this.options;
    const parsed = parseTemplate(text, { file: path, dialect, mode: "compile" });
    this.counters.tokens += parsed.tokenCount;
    if (parsed.diagnostics.some((found) => found.severity === "error")) {
      return { template: undefined, diagnostics: parsed.diagnostics };
    }
    const scope = { file: path, dialect, debugEnabled: debugs(parsed.template.name.text) };
    const compiled = compileTemplate(parsed.template, scope);
    return {
      template: compiled.template,
      diagnostics: [...parsed.diagnostics, ...compiled.diagnostics],
    };
  }
}
