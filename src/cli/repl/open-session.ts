/** The session of a template: of an object template itself, else of one that includes it. */

import type { Host } from "../../host/host.ts";
import type { CompileOptions } from "../../pan/compiler/options.ts";
import type { SourceHost } from "../../pan/compiler/source-host.ts";
import type { TemplateCache } from "../../pan/compiler/template-store.ts";
import { parseTemplate } from "../../pan/syntax/parse-template.ts";
import { Session } from "../../repl/session.ts";

export interface SessionRequest {
  readonly host: Host;
  /** Absolute path of a template; undefined for an empty profile. */
  readonly file: string | undefined;
  readonly options: CompileOptions;
  readonly print: (text: string) => void;
  readonly workLimit: number;
  /** Compiled templates, for the sessions after this one. */
  readonly templates: TemplateCache;
}

/** What the profile is called that nobody has written. */
const ownName = "vmcs-repl";

export function openSession(request: SessionRequest): Session {
  const { host, file, ...rest } = request;
  const own = host.resolve(`${ownName}.pan`);
  const template = file === undefined ? undefined : templateOf(request, file);
  if (file !== undefined && (template === undefined || template.kind === "object")) {
    const name = template?.name ?? "";
    return new Session({ ...rest, host, name, file });
  }
  const include = template === undefined ? "" : `include '${template.name}';\n`;
  const text = `object template ${ownName};\n${include}`;
  const around = withFile(host, own, text);
  return new Session({ ...rest, host: around, name: ownName, file: own });
}

function templateOf(
  { host, options: { dialect } }: SessionRequest,
  file: string,
): { readonly kind: string; readonly name: string } | undefined {
  const text = host.readText(file);
  if (text === undefined) return undefined;
  const { template } = parseTemplate(text, { file, dialect, mode: "compile" });
  return { kind: template.templateKind, name: template.name.text };
}

/** The host with one more file. */
function withFile(host: Host, path: string, text: string): SourceHost {
  return {
    readText: (file) => (file === path ? text : host.readText(file)),
    readGzip: (file) => host.readGzip(file),
    list: (directory) => host.list(directory),
    kind: (file) => (file === path ? "file" : host.kind(file)),
  };
}
