/** Secrets in xl's configuration: fetched by their references, and never shown. */

import type { Place } from "../../vm/model/model.ts";
import { secretProblem } from "../secret-problem.ts";
import type { XenContext } from "./xl-table.ts";

/** The password that a reference stands for; one that cannot be had or carried is reported without showing it. */
export function passwordOf(
  { readSecret, report }: XenContext,
  reference: string | undefined,
  place: Place,
): string | undefined {
  if (reference === undefined) return undefined;
  const secret = readSecret(reference);
  if (secret === undefined) {
    report("secret-unavailable", place, { reference, problem: secretProblem(reference) });
    return undefined;
  }
  const reason = objection(secret);
  if (reason === undefined) return secret;
  report("xen-secret-misread", place, { reference, reason });
  return undefined;
}

/** The same for a place in a list of options, which a comma in it would end. */
export function optionPasswordOf(
  ctx: XenContext,
  reference: string | undefined,
  place: Place,
): string | undefined {
  const secret = passwordOf(ctx, reference, place);
  if (reference === undefined || secret === undefined || !secret.includes(",")) return secret;
  const reason = "it has a comma, which would end it";
  ctx.report("xen-secret-misread", place, { reference, reason });
  return undefined;
}

function objection(secret: string): string | undefined {
  if (secret === "") return "it is empty, which would let anybody in";
  if (/\p{Cc}/u.test(secret)) return "it has a line end or another control character";
  return secret.trim() === secret ? undefined : "it begins or ends with a blank";
}
