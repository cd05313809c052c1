/** Nothing that a description says is passed over in silence: it is written, refused, or named in the warning. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { VmModel } from "../../../src/vm/model/model.ts";
import { expressibleModel } from "./expressible-model.ts";
import { spawn } from "./model-fixture.ts";

/** What the guest does by itself, or other files of the machine say. */
const others =
  /^\/(software|profile|digest|storage\/(directory|filesystems|images|disks\/\*\/image)|network\/(dns|routes)|network\/interfaces\/\*\/(addresses|dhcp[46]|gateway[46])|system\/(hostname|instances|os))(\/|$)/;

/** Parts of what is named as a whole. */
const parts = /^\/system\/(scheduling\/(realtime|soft_affinity)|xen\/(rdm|xenstore_quota\/\*))\//;

/** What libvirt does anyway; another value is refused, as fixtures show. */
const usual = [
  /^\/system\/(features|boot\/extra|boot\/cmdline|lifecycle\/on_(soft_reset|watchdog))/,
  /^\/system\/xen\/(nomigrate|vendor_device|pvshim|tee|driver_domain)/,
  /^\/hardware\/(cpu\/numa|devices\/(pci|usb\/(controllers|enabled)|graphics\/spice\/disable_ticketing))/,
  // All processors of the host.
  /^\/system\/scheduling\/hard_affinity\/all$/,
  /^\/storage\/shares\/\*\/(security_model|type)/,
  // Interfaces are numbered in their order.
  /^\/network\/interfaces\/\*\/devid$/,
];

const known = [others, parts, ...usual];

it("makes a difference", { timeout: 60_000 }, () => {
  const seen = new Map<string, boolean>();
  for (const vm of fc.sample(expressibleModel, { seed: 20260102, numRuns: 30 })) {
    const whole = outcome(vm);
    for (const { path, rest } of withoutEach(vm)) {
      if (seen.get(path) === true || known.some((form) => form.test(path))) continue;
      seen.set(path, outcome(rest as VmModel) !== whole);
    }
  }
  expect([...seen].filter(([, differs]) => !differs).map(([path]) => path)).toEqual([]);
  expect(seen.size).toBeGreaterThan(90);
});

function outcome(vm: VmModel): string {
  try {
    const { files, diagnostics } = spawn(vm);
    return JSON.stringify([files, diagnostics.map(({ message }) => message)]);
  } catch {
    return "It lacks what every machine has.";
  }
}

interface Lessened {
  /** With `*` for keys of maps and indexes of lists. */
  readonly path: string;
  readonly rest: unknown;
}

/** The value without each of its fields in turn; fields that must be there included. */
function withoutEach(value: unknown): readonly Lessened[] {
  if (value instanceof Map) {
    return [...value].flatMap(([key, item]) =>
      withoutEach(item).map(({ path, rest }) => ({
        path: `/*${path}`,
        rest: new Map([...value].map(([name, old]) => [name, name === key ? rest : old])),
      })),
    );
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      withoutEach(item).map(({ path, rest }) => ({
        path: `/*${path}`,
        rest: value.map((old, other) => (other === index ? rest : old)),
      })),
    );
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const below = withoutEach(item);
    if (below.length > 0) {
      return below.map(({ path, rest }) => ({
        path: `/${key}${path}`,
        rest: { ...value, [key]: rest },
      }));
    }
    const { [key]: _, ...rest } = value as Record<string, unknown>;
    return isEmpty(item) ? [] : [{ path: `/${key}`, rest }];
  });
}

/** Whether nothing is said, however deep. */
function isEmpty(value: unknown): boolean {
  if (value instanceof Map) return value.size === 0;
  return typeof value === "object" && value !== null && Object.values(value).every(isEmpty);
}
