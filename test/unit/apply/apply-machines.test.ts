/** What becomes of several machines, and what belongs to a run: disks, seeds, the release of the host. */
import { describe, expect, it } from "vitest";
import { applyMachines } from "../../../src/apply/apply-machines.ts";
import { xenPlatform } from "../../../src/apply/xen/apply-xen.ts";
import type { FakeXlOptions } from "./fake-xl.ts";
import { cfgOf, defaults, messages, results, running, type Scene, scene } from "./xen-scene.ts";

describe("several machines", () => {
  const all = ["web", "db", "mail"];

  function three(options: Omit<FakeXlOptions, "read">): Scene {
    const made = scene(options);
    for (const name of all) made.write(name, cfgOf(name, 1024));
    return made;
  }

  it("are created in the order given", async () => {
    const { apply, xl } = three({});
    expect(results(await apply(all))).toEqual(["web created", "db created", "mail created"]);
    expect(xl.running()).toHaveLength(3);
  });

  it("end with the first failure", async () => {
    const { apply, xl } = three({ failures: ["xl create /out/db.cfg: no memory"] });
    const outcome = await apply(all);
    expect(results(outcome)).toEqual(["web created", "db failed"]);
    expect(outcome.notReached).toEqual(["mail"]);
    expect(messages(outcome)).toMatch(/\napply-not-reached: Not looked at any more: mail\.$/);
    expect(xl.running()).toEqual(["web 1 memory=1024"]);
  });

  it("go on after a failure if that is asked for", async () => {
    const { apply } = three({ failures: ["xl create /out/db.cfg: no memory"] });
    const outcome = await apply(all, { keepGoing: true });
    expect(results(outcome)).toEqual(["web created", "db failed", "mail created"]);
    expect(outcome.notReached).toEqual([]);
  });
});

describe("a dry run", () => {
  it("shows commands and runs none of them", async () => {
    const { apply, xl, write, seen, host } = await running();
    write("web", cfgOf("web", 2048));
    write("db", cfgOf("db", 1024), "#!/bin/sh\nxl sched-rtds -d db\n");
    const before = [...host.files().keys()];
    const outcome = await apply(["web", "db"], { dryRun: true, replace: true });
    expect(messages(outcome)).toBe("");
    expect(seen).toEqual([
      "  xl shutdown -w -F 1",
      "  xl create /out/web.cfg",
      "web: would be replaced",
      "  xl create /out/db.cfg",
      "  /out/db.post-create.sh",
      "db: would be created",
    ]);
    expect(xl.log).toEqual([]);
    expect([...host.files().keys()]).toEqual(before);
  });
});

describe("disks and seeds", () => {
  it("are made before the machine, and not for one that is left alone", async () => {
    const { apply, xl, write, host } = scene();
    write("web", cfgOf("web", 1024));
    const scripts = ["/out/web.seed/make-seed.sh", "/out/web.image.sh"];
    host.writeFiles(scripts.map((path) => ({ path, content: "#!/bin/sh\n" })));
    const machine = {
      name: "web",
      directory: "/out",
      files: ["web.cfg", "web.seed/make-seed.sh", "web.image.sh"],
    };
    const ctx = { host, options: defaults, redact: String, note: () => undefined };
    await applyMachines([machine], xenPlatform, ctx);
    expect(xl.log).toEqual([
      "/out/web.image.sh",
      "/out/web.seed/make-seed.sh",
      "xl create /out/web.cfg",
    ]);
    expect(results(await apply(["web"]))).toEqual(["web unchanged"]);
    await applyMachines([machine], xenPlatform, ctx);
    expect(xl.log).toEqual([]);
  });

  it("that cannot be made leave the machine uncreated", async () => {
    const { xl, write, host } = scene({ failures: ["/out/web.image.sh: no mirror"] });
    write("web", cfgOf("web", 1024));
    host.writeFiles([{ path: "/out/web.image.sh", content: "#!/bin/sh\n" }]);
    const machine = { name: "web", directory: "/out", files: ["web.cfg", "web.image.sh"] };
    const ctx = { host, options: defaults, redact: String, note: () => undefined };
    const outcome = await applyMachines([machine], xenPlatform, ctx);
    expect(messages(outcome)).toMatch(
      /'\/out\/web\.image\.sh' failed, and the machine was not created/,
    );
    expect(xl.log).toEqual(["/out/web.image.sh"]);
    const alone = await applyMachines([machine], undefined, ctx);
    expect(results(alone)).toEqual(["web failed"]);
  });
});

describe("a host with another release of Xen than the configuration is for", () => {
  it.each([
    ["4.17.5", "4.17", false],
    ["4.9", "4.17", true],
    ["4.18", "4.9", false],
    ["3.4", "4.2", true],
    ["5.0", "4.17", false],
  ])("%s, for %s: is warned of: %s", async (version, xenRelease, isOlder) => {
    const { apply, write } = scene({ version });
    write("web", cfgOf("web", 1024));
    const outcome = await apply(["web"], { xenRelease });
    expect(outcome.diagnostics.map(({ code }) => code)).toEqual(
      isOlder ? ["apply-older-release"] : [],
    );
  });
});
