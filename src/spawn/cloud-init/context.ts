/** What the parts of user-data are made from. */

import type { VmModel } from "../../vm/model/model.ts";
import type { Report } from "../../vm/reporter.ts";
import type { ReadSecret } from "../backend.ts";

export interface CloudInitContext {
  readonly vm: VmModel;
  readonly report: Report;
  readonly readSecret: ReadSecret;
}
