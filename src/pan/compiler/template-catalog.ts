/**
 * What templates there are, and what they declare: for advice when a name is not known.
 *
 * It looks through the whole include path, so it is asked only when something has failed, and looks at a limited number
 * of files.
 */

import { joinPath } from "../../host/path.ts";
import { closestName } from "../../text/did-you-mean.ts";
import type { Declared } from "../evaluator/services.ts";
import type { SourceHost } from "./source-host.ts";

/** Beyond these nothing is looked for: advice is not worth a long wait. */
const mostFiles = 2000;
const mostDirectories = 500;

interface Listed {
  readonly name: string;
  readonly path: string;
}

interface Folder {
  readonly root: string;
  /** Relative to the root; empty for the root itself. */
  readonly folder: string;
}

export class TemplateCatalog {
  private readonly host: SourceHost;
  private readonly roots: readonly string[];
  private listed: readonly Listed[] | undefined;
  private readonly declarers = new Map<string, string | undefined>();

  constructor(host: SourceHost, roots: readonly string[]) {
    this.host = host;
    this.roots = roots;
  }

  /** The name that was probably meant: spelt nearly so, or with the same last step in another directory. */
  similar(name: string): string | undefined {
    const names = this.all().map((one) => one.name);
    const close = closestName(name, names);
    if (close !== undefined) return close;
    const last = `/${name.slice(name.lastIndexOf("/") + 1)}`;
    const [only, other] = names.filter((one) => one.endsWith(last) && one !== name);
    return other === undefined ? only : undefined;
  }

  /** The first template that declares a name and can be included. */
  declarer(what: Declared, name: string): string | undefined {
    const key = `${what} ${name}`;
    if (!this.declarers.has(key)) this.declarers.set(key, this.findDeclarer(what, name));
    return this.declarers.get(key);
  }

  private findDeclarer(what: Declared, name: string): string | undefined {
    const declaration = new RegExp(`^\\s*(?:final\\s+)?${what}\\s+${name}\\s*\\??=`, "m");
    return this.all().find(({ name: template, path }) => {
      const text = this.host.readText(path);
      return (
        text?.includes(name) === true &&
        declaration.test(text) &&
        firstLine.exec(text)?.[1] === template
      );
    })?.name;
  }

  private all(): readonly Listed[] {
    this.listed ??= this.list();
    return this.listed;
  }

  private list(): readonly Listed[] {
    const found: Listed[] = [];
    const pending = this.roots.map((root) => ({ root, folder: "" }));
    for (let left = mostDirectories; left > 0 && found.length < mostFiles; left--) {
      const next = pending.shift();
      if (next === undefined) break;
      const { files, folders } = this.namesIn(next);
      found.push(...files);
      // What is below one root comes before the next root.
      pending.unshift(...folders);
    }
    return found;
  }

  private namesIn({ root, folder }: Folder): {
    readonly files: readonly Listed[];
    readonly folders: readonly Folder[];
  } {
    const names = [...this.host.list(joinPath(root, folder))].filter(mayHoldTemplates).sort();
    const below = names.map((name) => (folder === "" ? name : `${folder}/${name}`));
    const isTemplate = (name: string): boolean => /\.(?:pan|tpl)$/.test(name);
    return {
      files: below
        .filter(isTemplate)
        .map((name) => ({ name: name.slice(0, -4), path: joinPath(root, name) })),
      folders: below
        .filter((name) => !isTemplate(name))
        .filter((name) => this.host.kind(joinPath(root, name)) === "directory")
        .map((name) => ({ root, folder: name })),
    };
  }
}

/** Hidden directories and those of packages are not looked into. */
function mayHoldTemplates(name: string): boolean {
  return !name.startsWith(".") && name !== "node_modules";
}

/** Of a template that others can include. */
const firstLine = /^\s*(?:(?:unique|declaration)\s+)?template\s+([^\s;]+)\s*;/m;
