/**
 * Creating machines with virsh: a domain is defined and started.
 *
 * libvirt keeps definitions, and ours say in their metadata what they were made from. libvirt writes them in its own
 * way, with much added; so the text that was defined is kept beside, to tell what differs.
 */

import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import { noSpan } from "../../text/span.ts";
import {
  type ApplyContext,
  type Machine,
  type Plan,
  type Platform,
  refused,
} from "../apply-context.ts";
import { type Change, formatChanges } from "../changes.ts";
import { failureDiagnostic, ProgramFailure } from "../programs.ts";
import {
  defineDomain,
  recordPath,
  redefineDomain,
  startDomain,
  type WantedDomain,
} from "./define.ts";
import { compareDefinitions, digestOf, uuidOf } from "./definition.ts";
import { definitionOf, domainNames, isActive } from "./virsh.ts";

export const libvirtPlatform: Platform = {
  name: "libvirt",
  inspect: () => Promise.resolve([]),
  plan,
};

const nothing = "nothing was changed";
const whereVirshWorks =
  "libvirtd must run and be open to you; --connect names another one. Without --apply the files are only written.";

async function plan(machine: Machine, ctx: ApplyContext): Promise<Plan> {
  const { name, directory } = machine;
  const path = `${directory}/${name}.domain.xml`;
  const text = ctx.host.readText(path);
  const uuid = uuidOf(text ?? "");
  if (text === undefined || uuid === undefined) {
    const reason = ctx.host.readProblem(path) ?? "it was changed meanwhile";
    return refused(diagnostic("input-unreadable", noSpan, { path, reason }));
  }
  const wanted: WantedDomain = { name, uuid, path, text };
  const names = await domainNames(ctx);
  if (names instanceof ProgramFailure) {
    return refused(failureDiagnostic(name, names, nothing, whereVirshWorks));
  }
  if (names.includes(name)) return planChange(wanted, ctx);
  const perform = (): Promise<readonly Diagnostic[]> => defineDomain(wanted, ctx);
  return { action: "create", diagnostics: [], perform };
}

async function planChange(wanted: WantedDomain, ctx: ApplyContext): Promise<Plan> {
  const { name } = wanted;
  const earlier = await definitionOf(ctx, name);
  if (earlier instanceof ProgramFailure) return refused(failureDiagnostic(name, earlier, nothing));
  if (digestOf(earlier) === undefined) {
    return refused(diagnostic("apply-not-ours", noSpan, { name, platform: "libvirt" }));
  }
  const active = await isActive(ctx, name);
  if (active instanceof ProgramFailure) return refused(failureDiagnostic(name, active, nothing));
  const changes = changesFrom(earlier, wanted, ctx);
  if (changes.length === 0) {
    if (active) return { action: "unchanged", diagnostics: [] };
    return { action: "start", diagnostics: [], perform: () => startDomain(wanted, ctx) };
  }
  if (!ctx.options.replace) {
    const args = { name, cause: formatChanges(changes, ctx.redact) };
    return refused(diagnostic("apply-needs-replace", noSpan, args));
  }
  return {
    action: "replace",
    diagnostics: [],
    perform: () => redefineDomain(wanted, { text: earlier, active }, ctx),
  };
}

/** From the text that was defined, if it is known to be the one; else only the source can be compared. */
function changesFrom(
  earlier: string,
  { name, uuid, text }: WantedDomain,
  ctx: ApplyContext,
): readonly Change[] {
  const defined = ctx.host.readText(recordPath(ctx, name));
  const [before, after] = [digestOf(earlier), digestOf(text)];
  if (uuidOf(earlier) === uuid && before === after) return [];
  if (defined !== undefined && digestOf(defined) === before) {
    return compareDefinitions(defined, text);
  }
  return [{ key: "(the source)", before, after }];
}
