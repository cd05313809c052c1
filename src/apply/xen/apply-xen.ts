/**
 * Creating machines with xl.
 *
 * A machine that runs is left alone if it was made from the same configuration, replaced only when that is asked
 * for, and never touched if somebody else has made it.
 */

import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import type { FileProblem } from "../../host/host.ts";
import { compareReleases, parseRelease } from "../../spawn/xen/release.ts";
import { noSpan } from "../../text/span.ts";
import {
  type ApplyContext,
  type Machine,
  type Plan,
  type Platform,
  refused,
} from "../apply-context.ts";
import { type Change, compareSettings, formatChanges, type Settings } from "../changes.ts";
import { failureDiagnostic, look, ProgramFailure } from "../programs.ts";
import { createDomain, replaceDomain, type WantedDomain } from "./create.ts";
import { readRecord, type XenRecord } from "./record.ts";
import { settingsOfCfg, settingsOfDomain, textSetting } from "./settings.ts";
import { type Domain, listDomains, xenVersion } from "./xl.ts";

export const xenPlatform: Platform = { name: "xen", inspect, plan };

/** xl ignores what is for later releases, without a word. */
async function inspect(ctx: ApplyContext): Promise<readonly Diagnostic[]> {
  const version = await xenVersion(ctx);
  const wanted = ctx.options.xenRelease;
  const [running, needed] = [version ?? "", wanted].map(parseRelease);
  if (version === undefined || running === undefined || needed === undefined) return [];
  return compareReleases(running, needed) >= 0
    ? []
    : [diagnostic("apply-older-release", noSpan, { version, wanted })];
}

async function plan(machine: Machine, ctx: ApplyContext): Promise<Plan> {
  const { name } = machine;
  const wanted = wantedDomain(machine, ctx);
  if ("reason" in wanted) return refused(diagnostic("input-unreadable", noSpan, { ...wanted }));
  const domains = await listDomains(ctx);
  if (domains instanceof ProgramFailure) {
    return refused(failureDiagnostic(name, domains, nothing, whereXlWorks));
  }
  const twin = domains.find((domain) => domain.uuid === wanted.uuid && domain.name !== name);
  if (twin !== undefined) {
    const args = { name, uuid: twin.uuid, other: twin.name };
    return refused(diagnostic("apply-identity-taken", noSpan, args));
  }
  const domain = domains.find((candidate) => candidate.name === name);
  const record = readRecord(ctx, name);
  if (domain === undefined) return planCreation(wanted, ctx);
  if (record?.uuid !== domain.uuid) {
    return refused(diagnostic("apply-not-ours", noSpan, { name, platform: "Xen" }));
  }
  return planReplacement(wanted, domain, record, ctx);
}

const nothing = "nothing was changed";
const whereXlWorks =
  "Run it as root in dom0 of a host that runs Xen; without --apply the files are only written.";

async function planCreation(wanted: WantedDomain, ctx: ApplyContext): Promise<Plan> {
  const refusal = await tryOut(wanted, ctx);
  if (refusal !== undefined) return refused(refusal);
  const perform = (): Promise<readonly Diagnostic[]> => createDomain(wanted, ctx);
  return { action: "create", diagnostics: [], perform };
}

async function planReplacement(
  wanted: WantedDomain,
  domain: Domain,
  record: XenRecord,
  ctx: ApplyContext,
): Promise<Plan> {
  const { name } = wanted;
  const changes = changesFrom(record, wanted);
  const drift = await changesByHand(domain, record, ctx);
  if (changes.length === 0 && (drift.length === 0 || !ctx.options.replace)) {
    const args = { name, cause: formatChanges(drift, ctx.redact) };
    const warnings = drift.length === 0 ? [] : [diagnostic("apply-changed-by-hand", noSpan, args)];
    return { action: "unchanged", diagnostics: warnings };
  }
  if (!ctx.options.replace) {
    const args = { name, cause: formatChanges(changes, ctx.redact) };
    return refused(diagnostic("apply-needs-replace", noSpan, args));
  }
  const refusal = await tryOut(wanted, ctx);
  if (refusal !== undefined) return refused(refusal);
  return {
    action: "replace",
    diagnostics: [],
    perform: () => replaceDomain(wanted, domain, record, ctx),
  };
}

/** What xl does not take is found before anything is touched. */
async function tryOut(
  { name, path }: WantedDomain,
  ctx: ApplyContext,
): Promise<Diagnostic | undefined> {
  const result = await look(ctx, ["xl", "create", "-n", path]);
  if (typeof result === "string") return undefined;
  if (result.missing) return failureDiagnostic(name, result, nothing);
  return diagnostic("apply-configuration-refused", noSpan, { name, cause: result.cause });
}

function wantedDomain(
  { name, directory, files }: Machine,
  { host }: ApplyContext,
): WantedDomain | FileProblem {
  const path = `${directory}/${name}.cfg`;
  const cfg = host.readText(path);
  const uuid = cfg === undefined ? undefined : textSetting(settingsOfCfg(cfg), "uuid");
  if (cfg === undefined || uuid === undefined) {
    return { path, reason: host.readProblem(path) ?? "it was changed meanwhile" };
  }
  const script = `${name}.post-create.sh`;
  const postCreate = files.includes(script)
    ? { path: `${directory}/${script}`, text: host.readText(`${directory}/${script}`) ?? "" }
    : undefined;
  return { name, path, cfg, uuid, postCreate };
}

function changesFrom(record: XenRecord, { cfg, postCreate }: WantedDomain): readonly Change[] {
  const changes = compareSettings(settingsOfCfg(record.cfg), settingsOfCfg(cfg));
  const commands = compareSettings(commandsOf(record.postCreate), commandsOf(postCreate?.text));
  const unfinished: readonly Change[] = record.unfinished
    ? [{ key: "(the last run)", before: "not finished", after: "repeated" }]
    : [];
  return [...unfinished, ...changes, ...commands];
}

/** A script as one setting: its commands without comments, which name the source. */
function commandsOf(script: string | undefined): Settings {
  const lines = (script ?? "").split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(lines.length === 0 ? [] : [["(commands after creation)", lines.join("; ")]]);
}

/** What somebody has changed while the domain ran, as far as libxl tells. */
async function changesByHand(
  domain: Domain,
  { created }: XenRecord,
  ctx: ApplyContext,
): Promise<readonly Change[]> {
  if (created === undefined) return [];
  const listing = await look(ctx, ["xl", "list", "-l", domain.id]);
  const current = typeof listing === "string" ? settingsOfDomain(listing) : undefined;
  return current === undefined ? [] : compareSettings(created, current);
}
