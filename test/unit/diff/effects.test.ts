import { describe, expect, it } from "vitest";
import { compareTrees } from "../../../src/diff/compare-trees.ts";
import { jsonTree } from "../../../src/diff/documents/json-tree.ts";
import { classifier, effectTables, runningWith } from "../../../src/diff/effects/classify.ts";
import type { Effect } from "../../../src/diff/effects/effect.ts";
import { compilePattern } from "../../../src/diff/path-pattern.ts";
import { stepsText } from "../../../src/diff/step-text.ts";
import type { Dict } from "../../../src/pan/tree/dict.ts";
import { hardware } from "../../../src/vm/model/hardware.ts";
import { network } from "../../../src/vm/model/network.ts";
import { software } from "../../../src/vm/model/software.ts";
import { storage } from "../../../src/vm/model/storage.ts";
import { system } from "../../../src/vm/model/system.ts";
import type { Shape } from "../../../src/vm/shape/shape.ts";

function tree(json: object): Dict {
  return jsonTree(JSON.stringify(json)) as Dict;
}

/** What each changed path takes. */
function effects(backend: string, before: object, after: object): Readonly<Record<string, string>> {
  const table = effectTables.find(({ name }) => name === backend);
  if (table === undefined) throw new Error(`no table for ${backend}`);
  const classify = classifier(table);
  const running = runningWith(tree(before));
  return Object.fromEntries(
    compareTrees(tree(before), tree(after)).map((change) => [
      stepsText(change.steps),
      words(classify(change, running)),
    ]),
  );
}

function words({ level, by }: Effect): string {
  return by === undefined ? level : `${level}: ${by}`;
}

describe("memory", () => {
  const memory = (size: number, max?: number): object => ({ hardware: { memory: { size, max } } });

  it("grows live up to the limit that the machine runs with", () => {
    expect(effects("xen", memory(1024, 4096), memory(4096, 4096))).toEqual({
      "/hardware/memory/size": "live: xl mem-set",
    });
    expect(effects("xen", memory(1024, 2048), memory(4096, 4096))).toEqual({
      "/hardware/memory/max": "reboot",
      "/hardware/memory/size": "reboot",
    });
  });

  it("without a limit only shrinks", () => {
    expect(effects("libvirt", memory(1024), memory(512))).toEqual({
      "/hardware/memory/size": "live: virsh setmem --live",
    });
    expect(effects("libvirt", memory(1024), memory(2048))).toEqual({
      "/hardware/memory/size": "reboot",
    });
  });
});

describe("devices", () => {
  const disks = (names: readonly string[], format = "raw"): object => ({
    storage: {
      disks: Object.fromEntries(
        names.map((name) => [name, { format, source: { block: "/dev/a" } }]),
      ),
    },
  });

  it("come and go live as a whole, if they are paravirtual", () => {
    expect(effects("xen", disks(["xvda"]), disks(["xvda", "xvdb"]))).toEqual({
      "/storage/disks/xvdb/format": "live: xl block-attach",
      "/storage/disks/xvdb/source/block": "live: xl block-attach",
    });
    expect(
      effects("xen", disks(["xvda", "hda"]), disks(["xvda"]))["/storage/disks/hda/source/block"],
    ).toBe("reboot");
    expect(
      effects("xen", disks(["xvda", "xvdb"]), disks(["xvda"]))["/storage/disks/xvdb/format"],
    ).toBe("live: xl block-detach");
  });

  it("that change are another matter", () => {
    expect(effects("xen", disks(["xvda"]), disks(["xvda"], "qcow2"))).toEqual({
      "/storage/disks/xvda/format": "recreate",
    });
  });

  it("that get something more are no devices that came", () => {
    const pci = (more: object): object => ({
      hardware: { devices: { pci: [{ address: "0000:03:00.0", ...more }] } },
    });
    expect(effects("xen", pci({}), pci({ permissive: true }))).toEqual({
      "/hardware/devices/pci[address=0000:03:00.0]/permissive": "reboot",
    });
  });

  it("of the first kind that a machine gets count as well", () => {
    const some = { hardware: { devices: { pci: [{ address: "0000:03:00.0" }] } } };
    expect(effects("xen", { hardware: { devices: {} } }, some)).toEqual({
      "/hardware/devices/pci/0/address": "live: xl pci-attach, xl pci-detach",
    });
  });

  it("such as drives take another disc live in a machine that emulates them", () => {
    const cd = (type: string, file: string): object => ({
      system: { type },
      storage: { cdroms: { hdc: { source: { file } } } },
    });
    const path = "/storage/cdroms/hdc/source/file";
    expect(effects("xen", cd("hvm", "/a"), cd("hvm", "/b"))[path]).toBe(
      "live: xl cd-insert, xl cd-eject",
    );
    expect(effects("xen", cd("pv", "/a"), cd("pv", "/b"))[path]).toBe("reboot");
  });
});

describe("what no row speaks of", () => {
  it("waits for a reboot", () => {
    const kernel = (file: string): object => ({ system: { boot: { kernel: file } } });
    expect(effects("xen", kernel("/a"), kernel("/b"))).toEqual({ "/system/boot/kernel": "reboot" });
  });
});

describe.each(effectTables)("the table of $name", ({ rows }) => {
  it.each(rows)("$path is in the model, and somebody says so", ({ path, within, source }) => {
    expect(source).toMatch(/\w.*[,:] \S/);
    for (const one of [path, ...(within === undefined ? [] : [within])]) {
      expect(compilePattern(one).text).toBe(one);
      const [, root = "", ...rest] = one.split("/");
      const shape = roots[root];
      expect(shape !== undefined && isInModel(shape, rest)).toBe(true);
    }
  });
});

const roots: Readonly<Record<string, Shape>> = { hardware, network, software, storage, system };

/** What only descriptions have, and no machine that is made of one. */
const onlyInDescriptions = new Set(["instances", "hypervisor"]);

function isInModel(shape: Shape, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined || onlyInDescriptions.has(name)) return true;
  switch (shape.kind) {
    case "record": {
      const field = shape.fields[name];
      return field !== undefined && isInModel(field.shape, rest);
    }
    case "variant": {
      const found = shape.cases[name];
      return found !== undefined && isInModel(found.shape, rest);
    }
    case "map":
    case "list":
      return isInModel(shape.item, rest);
    default:
      return false;
  }
}
