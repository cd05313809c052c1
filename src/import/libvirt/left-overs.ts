/** Reports what nobody has looked at, each kind once; what libvirt adds by itself is passed over. */

import type { XmlElement } from "../../vm/shape/read-xml.ts";
import { type ImportContext, ignore } from "./import-context.ts";

/** Elements, and attributes after an `@`, that libvirt writes by itself; `*` stands for one element. */
const madeAgain: ReadonlySet<string> = new Set([
  "domain@id",
  "domain/vcpu@placement",
  "domain/vcpus",
  "domain/resource",
  "domain/devices/*/address",
  "domain/devices/*/alias",
  "domain/devices/*/target",
  "domain/devices/memballoon",
  "domain/devices/audio",
  "domain/devices/disk/backingStore",
  "domain/devices/disk/source@index",
  "domain/devices/disk/target@tray",
  "domain/devices/interface/guest",
  "domain/devices/interface/mac@type",
  "domain/devices/hostdev/source@startupPolicy",
  "domain/features/gic",
  "domain/os/loader@format",
]);

export function reportLeftOvers(ctx: ImportContext, root: XmlElement): void {
  const found = new Map<string, { readonly element: XmlElement; count: number }>();
  const add = (what: string, element: XmlElement): void => {
    const earlier = found.get(what);
    if (earlier === undefined) found.set(what, { element, count: 1 });
    else earlier.count++;
  };
  visit(ctx, root, [], add);
  for (const [what, { element, count }] of found) {
    ignore(ctx, element, count === 1 ? what : `${what} (${count} times)`);
  }
}

type Add = (what: string, element: XmlElement) => void;

function visit(ctx: ImportContext, element: XmlElement, above: readonly string[], add: Add): void {
  const path = [...above, element.name];
  if (ctx.isPassed(element) || isMadeAgain(path, "") || isWatchdogOfBoard(element)) return;
  if (!ctx.isRead(element) && above.length > 0) {
    add(`<${element.name}>${above.length > 1 ? ` in <${above.at(-1)}>` : ""}`, element);
    return;
  }
  for (const name of element.attributes.keys()) {
    if (ctx.isRead(element, name) || isMadeAgain(path, `@${name}`)) continue;
    add(`The attribute '${name}' of <${element.name}>`, element);
  }
  for (const child of element.children) visit(ctx, child, path, add);
}

function isMadeAgain(path: readonly string[], attribute: string): boolean {
  const wildcard = path.map((name, index) => (index === 2 ? "*" : name));
  return [path, wildcard].some((names) => madeAgain.has(`${names.join("/")}${attribute}`));
}

/** The board q35 has a watchdog, and libvirt says so. */
function isWatchdogOfBoard({ name, attributes }: XmlElement): boolean {
  return name === "watchdog" && attributes.get("model") === "itco";
}
