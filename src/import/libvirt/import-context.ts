/** What every part of the importer is given, and how it says what it does not take over. */

import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Place } from "../../vm/model/model.ts";
import type { GuestType, Hypervisor } from "../../vm/model/system.ts";
import type { XmlElement } from "../../vm/shape/read-xml.ts";
import type { Reading } from "./reading.ts";
import type { Recorder, Simple } from "./recorder.ts";

export interface ImportContext extends Reading {
  readonly hypervisor: Hypervisor;
  readonly guest: GuestType;
  readonly recorder: Recorder;
  readonly diagnostics: Diagnostic[];
}

/** Records a value of an element; undefined is none. */
export function put(
  ctx: ImportContext,
  place: Place,
  value: Simple | undefined,
  element: XmlElement | undefined,
): void {
  if (value === undefined) return;
  const problem = ctx.recorder.put(place, value);
  if (problem !== undefined && element !== undefined) {
    reportValue(ctx, element, `<${element.name}>`, String(value), problem);
  }
}

/** Reports a value that the model does not have. */
export function reportValue(
  ctx: ImportContext,
  element: XmlElement,
  what: string,
  value: string,
  wanted: string,
): void {
  const args = { what, value, wanted };
  ctx.diagnostics.push(diagnostic("libvirt-import-value-unknown", ctx.span(element), args));
}

/** Reports an element that is not taken over, and all that is in it. */
export function ignore(ctx: ImportContext, element: XmlElement, what: string): void {
  ctx.pass(element);
  reportIgnored(ctx, element, what);
}

/** The same, where what is in the element is looked at. */
export function reportIgnored(ctx: ImportContext, element: XmlElement, what: string): void {
  ctx.diagnostics.push(diagnostic("libvirt-import-ignored", ctx.span(element), { what }));
}

/** The number that an attribute or a text is; undefined if it is none. */
export function numberOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^\s*-?[0-9]+\s*$/.test(text)) return undefined;
  return Number(text);
}

/** `on` or `yes`, `off` or `no`. */
export function switchOf(text: string | undefined): boolean | undefined {
  if (text === "on" || text === "yes") return true;
  return text === "off" || text === "no" ? false : undefined;
}

/** The key of a table for one of its values, the other way round. */
export function keyOf<Key extends string>(
  table: Readonly<Record<Key, string>>,
  value: string | undefined,
): Key | undefined {
  return (Object.keys(table) as Key[]).find((key) => table[key] === value);
}
