/** From a domain of libvirt, as `virsh dumpxml` prints it, to a description. */

import { assertNever } from "../../base/assert-never.ts";
import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import { type LineIndex, lineIndex } from "../../text/line-index.ts";
import { noSpan, type Span } from "../../text/span.ts";
import type { GuestType, Hypervisor } from "../../vm/model/system.ts";
import type { XmlElement } from "../../vm/shape/read-xml.ts";
import { lineSpan } from "../../vm/skeleton/skeleton-source.ts";
import { loadXmlReader, type XmlProblem } from "../../vm/skeleton/xml-document.ts";
import type { ImportResult } from "../description.ts";
import { templateNameOf } from "../pan-text.ts";
import type { ImportContext } from "./import-context.ts";
import { reportLeftOvers } from "./left-overs.ts";
import { readCpu } from "./read-cpu.ts";
import { readDevices } from "./read-devices.ts";
import { readSystem } from "./read-system.ts";
import { createReading } from "./reading.ts";
import { createRecorder } from "./recorder.ts";

export interface LibvirtImportOptions {
  /** The document's path, for diagnostics. */
  readonly file: string;
  /** Name of the object template; made of the domain's name where it is absent. */
  readonly template?: string;
}

export async function importLibvirt(
  text: string,
  { file, template }: LibvirtImportOptions,
): Promise<ImportResult> {
  const reader = await loadXmlReader();
  const lines = lineIndex(text);
  const spanOfLine = (line: number): Span => spanWithoutPassword(file, lines, line);
  const { root, problems } = reader.read(text, () => undefined);
  if (root === undefined || problems.length > 0) {
    return { vm: undefined, diagnostics: problems.map((problem) => describe(problem, spanOfLine)) };
  }
  const span = (element: XmlElement): Span => spanOfLine(element.line);
  const hypervisor = hypervisorOf(root);
  if (hypervisor === undefined) return { vm: undefined, diagnostics: [refusal(root, span)] };
  const ctx = contextOf(root, hypervisor, span);
  readSystem(ctx, root);
  readCpu(ctx, root);
  readDevices(ctx, root);
  const name = ctx.text(ctx.child(root, "name")) ?? "";
  const comment = commentOf(ctx, root, name);
  reportLeftOvers(ctx, root);
  return {
    vm: {
      template: template ?? templateNameOf(name),
      comment,
      roots: ctx.recorder.roots(),
    },
    diagnostics: ctx.diagnostics.toSorted((a, b) => a.span.start - b.span.start),
  };
}

/** Diagnostics show the line that they are about, so it must not be one with a password. */
function spanWithoutPassword(file: string, lines: LineIndex, line: number): Span {
  for (let shown = line; shown > 0; shown--) {
    if (!/passwd/i.test(lines.lineText(shown))) return lineSpan(file, lines, shown);
  }
  return noSpan;
}

function describe(problem: XmlProblem, spanOfLine: (line: number) => Span): Diagnostic {
  const span = spanOfLine(problem.line ?? 1);
  switch (problem.kind) {
    case "not-well-formed":
    case "invalid":
      return diagnostic("libvirt-import-unreadable", span, { problem: problem.message });
    case "doctype":
      return diagnostic("libvirt-import-unreadable", span, {
        problem: "It has a document type, which could make it refer to other files.",
      });
    default:
      return assertNever(problem.kind);
  }
}

function isDomain({ name, namespace }: XmlElement): boolean {
  return name === "domain" && namespace === "";
}

/** Undefined for a document that is no domain that can be read. */
function hypervisorOf(root: XmlElement): Hypervisor | undefined {
  if (!isDomain(root)) return undefined;
  const type = root.attributes.get("type");
  return (["xen", "kvm", "qemu"] as const).find((hypervisor) => hypervisor === type);
}

/** Why it is none. */
function refusal(root: XmlElement, span: (element: XmlElement) => Span): Diagnostic {
  if (!isDomain(root)) {
    return diagnostic("libvirt-import-not-a-domain", span(root), { element: root.name });
  }
  const type = root.attributes.get("type") ?? "";
  return diagnostic("libvirt-import-hypervisor-unknown", span(root), { type });
}

function contextOf(
  root: XmlElement,
  hypervisor: Hypervisor,
  span: (element: XmlElement) => Span,
): ImportContext {
  const reading = createReading(span);
  reading.attribute(root, "type");
  const type = reading.child(reading.child(root, "os"), "type");
  return {
    ...reading,
    hypervisor,
    guest: guestType(reading.text(type), reading.attribute(type, "machine")),
    recorder: createRecorder(),
    diagnostics: [],
  };
}

/** A domain that has a boot loader need not say what it is: it is a paravirtual one. */
function guestType(type: string | undefined, machine: string | undefined): GuestType {
  if (type === "hvm") return "hvm";
  return type === "xenpvh" || machine === "xenpvh" ? "pvh" : "pv";
}

/** Title and description are for people, and so are comments. */
function commentOf(ctx: ImportContext, root: XmlElement, name: string): readonly string[] {
  const words = ["title", "description"].flatMap((field) => ctx.text(ctx.child(root, field)) ?? []);
  const lines = words.flatMap((text) => text.trim().split(/\s*\n\s*/));
  return [`${name}, from a domain of libvirt.`, ...lines.filter((line) => line !== "")];
}
