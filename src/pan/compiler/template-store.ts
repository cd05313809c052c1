/** Templates by file: each is read, parsed and compiled once, and serves every profile. */

import { type Diagnostic, diagnostic, hasErrors } from "../../diagnostics/diagnostic.ts";
import { noSpan, spanIn } from "../../text/span.ts";
import { isWrittenAs } from "../../text/utf8.ts";
import { compileTemplate } from "../evaluator/compile-template.ts";
import type { CompiledTemplate } from "../evaluator/compiled-template.ts";
import { type ParseTemplateResult, parseTemplate } from "../syntax/parse-template.ts";
import type { CompileOptions } from "./options.ts";
import type { SourceHost } from "./source-host.ts";
import { guardStack } from "./stack-guard.ts";
import type { SyntaxCache } from "./syntax-cache/syntax-cache.ts";

export interface StoredTemplate {
  /** Undefined if it has errors. */
  readonly template: CompiledTemplate | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Size of the text. */
  readonly tokens: number;
}

export type TemplateStoreOptions = Pick<
  CompileOptions,
  "dialect" | "deprecationWarnings" | "debugs" | "observe"
>;

/** Templates that stay in memory between compilations with the same options; a text that is the same is not read again. */
export type TemplateCache = Map<string, { readonly text: string; readonly stored: StoredTemplate }>;

/** Such templates by a text for the options that they depend on. */
export type TemplateCaches = (options: string) => TemplateCache;

export class TemplateStore {
  private readonly host: SourceHost;
  private readonly options: TemplateStoreOptions;
  private readonly stored = new Map<string, StoredTemplate>();
  private readonly order: string[] = [];
  private readonly texts = new Map<string, string>();

  private readonly cache: TemplateCache | undefined;
  private readonly trees: SyntaxCache | undefined;

  constructor(
    host: SourceHost,
    options: TemplateStoreOptions,
    cache: TemplateCache | undefined,
    trees: SyntaxCache | undefined,
  ) {
    this.host = host;
    this.options = options;
    this.cache = cache;
    this.trees = trees;
  }

  /** The template in a file; a file that cannot be read has a diagnostic. */
  get(path: string): StoredTemplate {
    let stored = this.stored.get(path);
    if (stored === undefined) {
      stored = this.load(path);
      this.stored.set(path, stored);
      this.order.push(path);
    }
    return stored;
  }

  /** Text of a file that was loaded, for showing diagnostics. */
  text(path: string): string | undefined {
    return this.texts.get(path);
  }

  /** The files loaded so far but for the first ones, in the order of loading. */
  filesFrom(first: number): readonly string[] {
    return this.order.slice(first);
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
        tokens: 0,
      };
    }
    this.texts.set(path, text);
    const known = this.cache?.get(path);
    if (known?.text === text) return known.stored;
    const stored = this.compile(path, text);
    this.cache?.set(path, { text, stored });
    return stored;
  }

  private compile(path: string, text: string): StoredTemplate {
    const { dialect, debugs } = this.options;
    const parsed = this.parse(path, text);
    const tokens = parsed.tokenCount;
    const found = [...this.undecoded(path, text), ...parsed.diagnostics].flatMap((one) =>
      this.judge(one),
    );
    if (hasErrors(found)) return { template: undefined, diagnostics: found, tokens };
    const { name } = parsed.template;
    if (!namesFile(name.text, path)) {
      const span = { file: path, start: name.start, end: name.end };
      found.push(
        diagnostic("template-name-not-file", span, { name: name.text }, { category: "syntax" }),
      );
    }
    const observe = this.options.observe?.(path, parsed.template);
    const scope = { file: path, dialect, debugEnabled: debugs(name.text), observe };
    let template: CompiledTemplate | undefined;
    // A chain of operators or branches may be longer than the stack is deep.
    guardStack(
      found,
      () => spanIn(path, name),
      () => {
        const compiled = compileTemplate(parsed.template, scope);
        template = compiled.template;
        found.push(...compiled.diagnostics);
      },
    );
    return { template: hasErrors(found) ? undefined : template, diagnostics: found, tokens };
  }

  /** A tree without diagnostics is the same whatever its file is called. */
  private parse(file: string, text: string): ParseTemplateResult {
    const known = this.trees?.find(text);
    if (known !== undefined) return { ...known, diagnostics: [] };
    const parsed = parseTemplate(text, { file, dialect: this.options.dialect, mode: "compile" });
    if (parsed.diagnostics.length === 0) this.trees?.add(text, parsed);
    return parsed;
  }

  /** Whoever reads a file as UTF-8 puts U+FFFD where it is something else. */
  private undecoded(path: string, text: string): readonly Diagnostic[] {
    const at = text.indexOf("\uFFFD");
    const bytes = at < 0 ? undefined : this.host.readBytes?.(path);
    if (bytes === undefined || isWrittenAs(text, bytes)) return [];
    return [diagnostic("template-not-utf8", spanIn(path, { start: at, end: at + 1 }), {})];
  }

  /** What becomes of a warning. */
  private judge(found: Diagnostic): readonly Diagnostic[] {
    if (found.severity !== "warning") return [found];
    switch (this.options.deprecationWarnings) {
      case "on":
        return [found];
      case "off":
        return [];
      case "fatal":
        return [{ ...found, severity: "error" }];
    }
  }
}

/**
 * A template is found by its name, so the name must be the end of the file's path. A document that an editor has not
 * saved yet has a URI in place of a path, and any name.
 */
function namesFile(name: string, path: string): boolean {
  if (/^[a-z][a-z\d+.-]+:/i.test(path)) return true;
  return path.endsWith(`/${name}.pan`) || path.endsWith(`/${name}.tpl`);
}
