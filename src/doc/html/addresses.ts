/** Where things are in the site: a page each for templates and for parts of the tree of paths, anchors in them. */

import { invariant } from "../../base/invariant.ts";
import { directoryOf, relativePath } from "../../host/path.ts";
import type { Library, PathDoc, Reference, TemplateId } from "../library/library.ts";
import type { PathSection } from "./path-sections.ts";
import { anchorOfPath } from "./path-text.ts";

/** Pages that every site has, in the order of the navigation. */
export const mainPages = {
  paths: "paths.html",
  types: "types.html",
  functions: "functions.html",
  variables: "variables.html",
  templates: "templates.html",
  rules: "rules.html",
} as const;

export class Addresses {
  private readonly templates = new Map<TemplateId, string>();
  private readonly sections = new Map<PathSection, string>();
  private readonly paths = new Map<string, string>();
  private readonly taken = new Set<string>();

  constructor({ templates }: Pick<Library, "templates">, sections: readonly PathSection[]) {
    for (const { id } of templates) this.templates.set(id, this.free(`templates/${id}`));
    for (const section of sections) {
      const page = this.free(`paths${section.path === "/" ? "/root" : fileOf(section.path)}`);
      this.sections.set(section, page);
      for (const { path } of section.paths) this.paths.set(path, `${page}#${anchorOfPath(path)}`);
    }
  }

  template(id: TemplateId): string {
    const page = this.templates.get(id);
    invariant(page !== undefined, `${id} is a template of the library`);
    return page;
  }

  section(section: PathSection): string {
    const page = this.sections.get(section);
    invariant(page !== undefined, `${section.path} is a section of the site`);
    return page;
  }

  /** Undefined for a path that has no type. */
  path(path: PathDoc["path"]): string | undefined {
    return this.paths.get(path);
  }

  declaration({ kind, template, name }: Reference): string {
    const page = this.template(template);
    return kind === "template" ? page : `${page}#${anchorOf(kind, name)}`;
  }

  rule(template: TemplateId, id: string): string {
    return `${this.template(template)}#${ruleAnchor(id)}`;
  }

  /** Some file systems take names for the same that differ only in case. */
  private free(path: string): string {
    for (let n = 1; ; n++) {
      const name = n === 1 ? `${path}.html` : `${path}-${n}.html`;
      const key = name.toLowerCase();
      if (this.taken.has(key)) continue;
      this.taken.add(key);
      return name;
    }
  }
}

export function anchorOf(kind: Exclude<Reference["kind"], "template">, name: string): string {
  return `${kind}-${name}`;
}

export function ruleAnchor(id: string): string {
  return `rule-${id.slice(id.lastIndexOf("#") + 1)}`;
}

/** How one page of the site writes the address of another, or of a place in it. */
export function relativeAddress(from: string, to: string): string {
  const hash = to.indexOf("#");
  const page = hash < 0 ? to : to.slice(0, hash);
  const fragment = hash < 0 ? "" : `#${encodeURI(to.slice(hash + 1)).replaceAll("#", "%23")}`;
  if (page === from && fragment !== "") return fragment;
  const relative = relativePath(directoryOf(`/${from}`), `/${page}`);
  return `${relative.split("/").map(encodeURIComponent).join("/")}${fragment}`;
}

/** Keys of paths are letters, digits and `_ + - .`; the step for any key is a word. */
function fileOf(path: string): string {
  return path
    .split("/")
    .map((step) => (step === "*" ? "each" : step))
    .join("/");
}
