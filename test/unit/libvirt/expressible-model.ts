/**
 * Random machines that libvirt has words for: any machine, from which what is refused is taken away until nothing
 * is refused any more.
 */
import type fc from "fast-check";
import { expect } from "vitest";
import { hardware } from "../../../src/vm/model/hardware.ts";
import type { VmModel } from "../../../src/vm/model/model.ts";
import { network } from "../../../src/vm/model/network.ts";
import { storage } from "../../../src/vm/model/storage.ts";
import { system } from "../../../src/vm/model/system.ts";
import { record, required, type Shape } from "../../../src/vm/shape/shape.ts";
import { valueOf } from "../vm/shape-arbitrary.ts";
import { modelOf, spawn } from "./model-fixture.ts";

const shape = record({
  hardware: required(hardware, ""),
  network: required(network, ""),
  system: required(system, ""),
  storage: required(storage, ""),
});

export const expressibleModel: fc.Arbitrary<VmModel> = valueOf(shape).map((value) => {
  const { profile, digest, software } = plain;
  return expressible(wellFormed({ profile, digest, software, ...(value as object) } as VmModel));
});

const plain = modelOf({});

/** Limits are above what they limit, and nothing is chosen twice; libvirt does not write down that a guest of Xen is on Arm. */
function wellFormed(vm: VmModel): VmModel {
  const { cpu, memory } = vm.hardware;
  const count = Math.min(cpu.count, 8);
  const size = Math.min(memory.size, 1_000_000);
  const isXen = (vm.system.hypervisor ?? "xen") === "xen";
  const arch = isXen && !/^(x86_64|i686)$/.test(cpu.arch) ? "x86_64" : cpu.arch;
  const { order, ...boot } = vm.system.boot;
  const once = order === undefined ? {} : { order: [...new Set(order)] };
  return {
    ...vm,
    system: { ...vm.system, boot: { ...boot, ...once } },
    hardware: {
      ...vm.hardware,
      cpu: { ...cpu, arch, count, ...(cpu.max === undefined ? {} : { max: count + 2 }) },
      memory: { size, ...(memory.max === undefined ? {} : { max: size + 64 }) },
    },
  };
}

function expressible(vm: VmModel): VmModel {
  let model = vm;
  let earlier = "";
  for (let round = 0; round < 200; round++) {
    const errors = spawn(model).diagnostics.filter(({ severity }) => severity === "error");
    if (errors.length === 0) return model;
    const found = errors.map(({ message }) => message).join("\n");
    if (found === earlier) {
      // A paravirtual guest with nothing to boot is wrong as a whole.
      if (model.system.type === "hvm") expect.unreachable(`always refused: ${found}`);
      model = { ...model, system: { ...model.system, type: "hvm", boot: {} } };
      continue;
    }
    earlier = found;
    for (const place of new Set(errors.map(({ span }) => span.file))) {
      model = without(shape, model, plain, place.slice(1).split("/")) as VmModel;
    }
  }
  return expect.unreachable("something is always refused");
}

/** The value without what is at a path; undefined if nothing is left that could stand there. */
function without(at: Shape, value: unknown, base: unknown, path: readonly string[]): unknown {
  const [key = "", ...rest] = path;
  if (value === undefined || path.length === 0) return base;
  if (at.kind === "list" && Array.isArray(value)) {
    const item = without(at.item, value[Number(key)], undefined, rest);
    return value.flatMap((old, index) => {
      if (index !== Number(key)) return [old];
      return item === undefined ? [] : [item];
    });
  }
  if (at.kind === "map" && value instanceof Map) {
    const item = without(at.item, value.get(key), undefined, rest);
    const kept = [...value].filter(([name]) => name !== key || item !== undefined);
    return new Map(kept.map(([name, old]) => [name, name === key ? item : old]));
  }
  if (at.kind === "variant") return base;
  if (at.kind !== "record") return base;
  return withoutField(at, value as object, base as object | undefined, key, rest);
}

function withoutField(
  at: Extract<Shape, { kind: "record" }>,
  value: object,
  base: object | undefined,
  key: string,
  rest: readonly string[],
): unknown {
  const field = at.fields[key];
  if (field === undefined) return value;
  const fields = { ...value } as Record<string, unknown>;
  const below = (base as Record<string, unknown> | undefined)?.[key];
  const left = without(field.shape, fields[key], below, rest);
  if (left === undefined) delete fields[key];
  else fields[key] = left;
  return left === undefined && field.presence !== "optional" ? base : fields;
}
