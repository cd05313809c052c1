/** Defining and starting domains, so that a failure leaves what was there before. */

import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import { noSpan } from "../../text/span.ts";
import type { ApplyContext } from "../apply-context.ts";
import { change, failureDiagnostic, type ProgramFailure } from "../programs.ts";
import { uuidOf } from "./definition.ts";
import { takeDown, virsh } from "./virsh.ts";

/** A domain as the files on the host describe it. */
export interface WantedDomain {
  readonly name: string;
  readonly uuid: string;
  /** The definition's file, and its text. */
  readonly path: string;
  readonly text: string;
}

/** A domain as libvirt has it. */
interface EarlierDomain {
  readonly text: string;
  readonly active: boolean;
}

export function recordPath({ options }: ApplyContext, name: string): string {
  return `${options.stateDirectory}/libvirt/${name}.domain.xml`;
}

export async function defineDomain(
  wanted: WantedDomain,
  ctx: ApplyContext,
): Promise<readonly Diagnostic[]> {
  const { name, path } = wanted;
  const refusal = await change(ctx, virsh(ctx, "define", "--validate", path));
  if (refusal !== undefined) return [failureDiagnostic(name, refusal, "nothing was changed")];
  const failure = await change(ctx, virsh(ctx, "start", name));
  if (failure === undefined) return writeRecord(wanted, ctx);
  const left = await undefine(name, ctx);
  const aftermath = left === undefined ? "it is not defined any more" : "it is still defined";
  return [failureDiagnostic(name, failure, aftermath)];
}

export async function startDomain(
  { name }: WantedDomain,
  ctx: ApplyContext,
): Promise<readonly Diagnostic[]> {
  const failure = await change(ctx, virsh(ctx, "start", name));
  return failure === undefined ? [] : [failureDiagnostic(name, failure, "it is defined as before")];
}

export async function redefineDomain(
  wanted: WantedDomain,
  earlier: EarlierDomain,
  ctx: ApplyContext,
): Promise<readonly Diagnostic[]> {
  const { name } = wanted;
  const spare = sparePath(name, ctx);
  const files = [{ path: spare, content: earlier.text, secret: true }];
  const unwritable = ctx.options.dryRun ? undefined : ctx.host.writeFiles(files);
  if (unwritable !== undefined) return [diagnostic("output-unwritable", noSpan, { ...unwritable })];
  const alive = earlier.active ? await takeDown(ctx, name) : undefined;
  if (alive !== undefined) {
    ctx.host.remove(spare);
    return [failureDiagnostic(name, alive, "the domain is still there, as it was")];
  }
  const failure = await putInPlace(wanted, earlier, ctx);
  const found =
    failure === undefined ? writeRecord(wanted, ctx) : await putBack(wanted, earlier, failure, ctx);
  const isPutBack = !found.some(({ code }) => code === "apply-not-put-back");
  if (isPutBack && !ctx.options.dryRun) ctx.host.remove(spare);
  return found;
}

/** A definition takes the place of one with the same UUID; one with another UUID has to go first. */
async function putInPlace(
  { name, uuid, path }: WantedDomain,
  { text }: EarlierDomain,
  ctx: ApplyContext,
): Promise<ProgramFailure | undefined> {
  const gone = uuidOf(text) === uuid ? undefined : await undefine(name, ctx);
  return (
    gone ??
    (await change(ctx, virsh(ctx, "define", "--validate", path))) ??
    (await change(ctx, virsh(ctx, "start", name)))
  );
}

async function putBack(
  { name, uuid }: WantedDomain,
  { text, active }: EarlierDomain,
  failure: ProgramFailure,
  ctx: ApplyContext,
): Promise<readonly Diagnostic[]> {
  const path = sparePath(name, ctx);
  // There may be nothing to remove: then the definition was what failed.
  if (uuidOf(text) !== uuid) await undefine(name, ctx);
  const second =
    (await change(ctx, virsh(ctx, "define", path))) ??
    (active ? await change(ctx, virsh(ctx, "start", name)) : undefined);
  if (second !== undefined) {
    const { cause } = second;
    return [
      failureDiagnostic(name, failure, "it does not run"),
      diagnostic("apply-not-put-back", noSpan, { name, path, cause }),
    ];
  }
  const state = active ? "its earlier configuration runs again" : "it is defined as before";
  return [failureDiagnostic(name, failure, state)];
}

function sparePath(name: string, { options }: ApplyContext): string {
  return `${options.stateDirectory}/libvirt/${name}.earlier.domain.xml`;
}

/** The variables of its firmware stay, as they are a disk of a kind. */
function undefine(name: string, ctx: ApplyContext): Promise<ProgramFailure | undefined> {
  return change(ctx, virsh(ctx, "undefine", "--keep-nvram", name));
}

/** Keeps the text that was defined; it may hold a password. */
function writeRecord({ name, text }: WantedDomain, ctx: ApplyContext): readonly Diagnostic[] {
  if (ctx.options.dryRun) return [];
  const file = { path: recordPath(ctx, name), content: text, secret: true };
  const problem = ctx.host.writeFiles([file]);
  return problem === undefined ? [] : [diagnostic("output-unwritable", noSpan, { ...problem })];
}
