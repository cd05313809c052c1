/** What names in texts mean: code that names a thing of the library, and paths, become links. */

import type { Library, Reference, TemplateId } from "../library/library.ts";
import { listIn } from "../library/multimap.ts";
import type { Addresses } from "./addresses.ts";

export class LinkNames {
  private readonly known = new Map<string, Reference[]>();
  private readonly addresses: Addresses;

  constructor({ templates }: Pick<Library, "templates">, addresses: Addresses) {
    this.addresses = addresses;
    for (const { id, name, types, functions, variables } of templates) {
      const add = (kind: Reference["kind"], called: string): void => {
        listIn(this.known, called).push({ kind, template: id, name: called });
      };
      add("template", name);
      for (const type of types) add("type", type.name);
      for (const one of functions) add("function", one.name);
      for (const variable of variables) add("variable", variable.name);
    }
  }

  /** The address of what a text names; what a template declares itself goes before what others do. */
  address(text: string, from: TemplateId | undefined): string | undefined {
    if (text.startsWith("/")) return this.addresses.path(text);
    const named = this.known.get(text.replace(/\(\)$/, "")) ?? [];
    const found = named.find(({ template }) => template === from) ?? named[0];
    return found === undefined ? undefined : this.addresses.declaration(found);
  }
}
