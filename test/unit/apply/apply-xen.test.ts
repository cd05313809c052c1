/** What becomes of one machine and of its host, for every way in which a creation can go. */
import { describe, expect, it } from "vitest";
import { applyMachines } from "../../../src/apply/apply-machines.ts";
import { xenPlatform } from "../../../src/apply/xen/apply-xen.ts";
import { memoryHost } from "../../../src/host/memory/memory-host.ts";
import { decodeUtf8 } from "../../../src/text/decode-utf8.ts";
import {
  cfgOf,
  defaults,
  foreignUuid,
  messages,
  results,
  running,
  scene,
  uuids,
} from "./xen-scene.ts";

describe("a machine that is not there", () => {
  it("is created, and noted with what it was made from", async () => {
    const { apply, xl, write, record, seen } = scene();
    write("web", cfgOf("web", 1024));
    const outcome = await apply(["web"]);
    expect(messages(outcome)).toBe("");
    expect(results(outcome)).toEqual(["web created"]);
    expect(xl.running()).toEqual(["web 1 memory=1024"]);
    expect(seen).toEqual(["  xl create /out/web.cfg", "web: created"]);
    expect(record("web")).toMatchObject({
      uuid: uuids["web"],
      cfg: cfgOf("web", 1024),
      unfinished: false,
      created: { "b_info.target_memkb": "1048576" },
    });
  });

  it("is not created if xl refuses its configuration", async () => {
    const { apply, xl, write, host } = scene({ failures: ["xl create -n: bad geheim line"] });
    write("web", cfgOf("web", 1024));
    const outcome = await apply(["web"]);
    expect(messages(outcome)).toMatch(
      /^apply-configuration-refused: [\s\S]*\nbad \(secret\) line$/,
    );
    expect(results(outcome)).toEqual(["web failed"]);
    expect(xl.log).toEqual([]);
    expect(host.list("/state/xen")).toEqual([]);
  });

  it("says where xl works if it does not work here", async () => {
    const stage = scene({
      failures: ["vm-list: ERROR: Can't find hypervisor information in sysfs!"],
    });
    stage.write("web", cfgOf("web", 1024));
    const { diagnostics } = await stage.apply(["web"]);
    expect(diagnostics.map(({ code, help }) => [code, help])).toEqual([
      ["apply-command-failed", expect.stringContaining("in dom0 of a host that runs Xen")],
    ]);
  });

  it("leaves nothing behind if its creation fails", async () => {
    const { apply, xl, write, host } = scene({ failures: ["xl create /out/web.cfg: no bridge"] });
    write("web", cfgOf("web", 1024));
    expect(messages(await apply(["web"]))).toBe(
      "apply-command-failed: web: 'xl create /out/web.cfg' failed, and nothing is left of it.\nno bridge",
    );
    expect(xl.running()).toEqual([]);
    expect(host.list("/state/xen")).toEqual([]);
  });

  it("is destroyed again if what follows its creation fails", async () => {
    const { apply, xl, write, record } = scene({ failures: ["/out/web.post-create.sh: no pool"] });
    write("web", cfgOf("web", 1024), "#!/bin/sh\nxl sched-rtds -d web\n");
    const outcome = await apply(["web"]);
    expect(messages(outcome)).toMatch(/'\/out\/web\.post-create\.sh' failed, and nothing is left/);
    expect(xl.log).toEqual(["xl create /out/web.cfg", "/out/web.post-create.sh", "xl destroy 1"]);
    expect(xl.running()).toEqual([]);
    expect(record("web")).toBeUndefined();
  });

  it("is said to be there if it cannot be destroyed then", async () => {
    const made = scene({ failures: ["/out/web.post-create.sh: no pool", "xl destroy: stuck"] });
    made.write("web", cfgOf("web", 1024), "#!/bin/sh\nxl sched-rtds -d web\n");
    expect(messages(await made.apply(["web"]))).toMatch(/could not be destroyed\.\nno pool$/);
    expect(made.record("web")).toMatchObject({ unfinished: true });
    made.xl.failures.length = 0;
    expect(messages(await made.apply(["web"]))).toMatch(
      /^apply-needs-replace: [\s\S]*not finished/,
    );
    expect(results(await made.apply(["web"], { replace: true }))).toEqual(["web replaced"]);
  });

  it("is not created if it could not be noted", async () => {
    const { apply, xl, write } = scene({}, ["/state/xen/web.json"]);
    write("web", cfgOf("web", 1024));
    expect(messages(await apply(["web"]))).toMatch(/^output-unwritable: .*web\.json/);
    expect(xl.log).toEqual([]);
  });

  it("is missed if it crashes at once", async () => {
    const { apply, write } = scene({ crashing: ["web"] });
    write("web", cfgOf("web", 1024));
    expect(messages(await apply(["web"]))).toMatch(/^apply-gone-at-once: /);
  });

  it("is not created while another domain has its UUID", async () => {
    const other = { name: "old", uuid: uuids["web"] ?? "", id: 4, cfg: "" };
    const { apply, xl, write } = scene({ domains: [other] });
    write("web", cfgOf("web", 1024));
    expect(messages(await apply(["web"]))).toMatch(/^apply-identity-taken: .* domain old /);
    expect(xl.log).toEqual([]);
  });

  it("is not created if its file has gone", async () => {
    const { apply, xl, host, write } = scene();
    write("web", cfgOf("web", 1024));
    host.remove("/out/web.cfg");
    expect(messages(await apply(["web"]))).toMatch(/^input-unreadable: .*web\.cfg/);
    expect(xl.log).toEqual([]);
  });

  it("needs xl", async () => {
    const host = memoryHost({ files: { "/out/web.cfg": cfgOf("web", 1024) } });
    const machine = { name: "web", directory: "/out", files: ["web.cfg"] };
    const ctx = { host, options: defaults, redact: String, note: () => undefined };
    expect(messages(await applyMachines([machine], xenPlatform, ctx))).toMatch(
      /^apply-program-missing: web: 'xl' did not run to its end, and nothing was changed: there is no/,
    );
  });
});

describe("a machine that runs", () => {
  it("is left alone if nothing differs but comments", async () => {
    const { apply, xl, write } = await running();
    write("web", `# Another day.\n${cfgOf("web", 1024)}`);
    const outcome = await apply(["web"]);
    expect(results(outcome)).toEqual(["web unchanged"]);
    expect(outcome.diagnostics).toEqual([]);
    expect(xl.log).toEqual([]);
  });

  it("is known again when it has rebooted and has another number", async () => {
    const { apply, xl } = await running();
    const domain = xl.domains.get(1);
    if (domain === undefined) throw new Error("web runs");
    xl.domains.clear();
    xl.domains.set(9, { ...domain, id: 9 });
    expect(results(await apply(["web"]))).toEqual(["web unchanged"]);
  });

  it("is not touched if somebody else has made it", async () => {
    const other = { name: "web", uuid: foreignUuid, id: 4, cfg: "" };
    const { apply, xl, write } = scene({ domains: [other] });
    write("web", cfgOf("web", 1024));
    for (const replace of [false, true]) {
      expect(messages(await apply(["web"], { replace }))).toMatch(/^apply-not-ours: /);
    }
    expect(xl.log).toEqual([]);
  });

  it("is not touched if somebody has put another in its place", async () => {
    const { apply, xl } = await running();
    xl.domains.set(1, { name: "web", uuid: foreignUuid, id: 1, cfg: "" });
    expect(messages(await apply(["web"], { replace: true }))).toMatch(/^apply-not-ours: /);
  });

  it("is not replaced unless that is asked for; what differs is shown without secrets", async () => {
    const { apply, xl, write } = await running();
    write("web", cfgOf("web", 2048, `vncpasswd = "hidden"\nextra = "x=geheim"\n`));
    expect(messages(await apply(["web"]))).toBe(
      [
        "apply-needs-replace: web runs with another configuration.",
        'extra: (none) → "x=(secret)"',
        "memory: 1024 → 2048",
        "vncpasswd: changed (it holds a secret)",
      ].join("\n"),
    );
    expect(xl.log).toEqual([]);
    expect(xl.running()).toEqual(["web 1 memory=1024"]);
  });

  it("is replaced when that is asked for", async () => {
    const { apply, xl, write, record } = await running();
    write("web", cfgOf("web", 2048));
    expect(results(await apply(["web"], { replace: true }))).toEqual(["web replaced"]);
    expect(xl.log).toEqual(["xl shutdown -w -F 1", "xl create /out/web.cfg"]);
    expect(xl.running()).toEqual(["web 2 memory=2048"]);
    expect(record("web")).toMatchObject({ cfg: cfgOf("web", 2048), unfinished: false });
  });

  it("is destroyed if it does not obey", async () => {
    const { apply, xl, write } = await running({ stubborn: ["web"] });
    write("web", cfgOf("web", 2048));
    expect(results(await apply(["web"], { replace: true }))).toEqual(["web replaced"]);
    expect(xl.log).toEqual(["xl shutdown -w -F 1", "xl destroy 1", "xl create /out/web.cfg"]);
  });

  it("is destroyed at once if it is given no time", async () => {
    const { apply, xl, write } = await running();
    write("web", cfgOf("web", 2048));
    await apply(["web"], { replace: true, shutdownTimeout: 0 });
    expect(xl.log).toEqual(["xl destroy 1", "xl create /out/web.cfg"]);
  });

  it("stays as it is if it cannot be ended", async () => {
    const { apply, xl, write, record } = await running({
      stubborn: ["web"],
      failures: ["xl destroy: stuck"],
    });
    write("web", cfgOf("web", 2048));
    const outcome = await apply(["web"], { replace: true });
    expect(messages(outcome)).toMatch(
      /'xl destroy 1' failed, and the domain is still there, as it was/,
    );
    expect(xl.running()).toEqual(["web 1 memory=1024"]);
    expect(record("web")).toMatchObject({ cfg: cfgOf("web", 1024), unfinished: false });
  });

  it("is not ended if xl refuses what is to take its place", async () => {
    const { apply, xl, write } = await running();
    write("web", cfgOf("web", 2048));
    xl.failures.push("xl create -n: syntax error");
    expect(messages(await apply(["web"], { replace: true }))).toMatch(/^apply-configuration-refus/);
    expect(xl.log).toEqual([]);
  });

  it("runs again as it was if its replacement cannot be created", async () => {
    const { apply, xl, write, record, host } = await running();
    write("web", cfgOf("web", 2048));
    xl.failures.push("xl create /out/web.cfg: not enough memory");
    expect(messages(await apply(["web"], { replace: true }))).toBe(
      "apply-command-failed: web: 'xl create /out/web.cfg' failed, and its earlier configuration runs again.\nnot enough memory",
    );
    expect(xl.running()).toEqual(["web 2 memory=1024"]);
    expect(record("web")).toMatchObject({ cfg: cfgOf("web", 1024), unfinished: false });
    expect(host.list("/state/xen")).toEqual(["web.json"]);
  });

  it("runs again as it was if what follows the creation of its replacement fails", async () => {
    const { apply, xl, write } = scene();
    write("web", cfgOf("web", 1024), "#!/bin/sh\nfirst\n");
    await apply(["web"]);
    write("web", cfgOf("web", 1024), "#!/bin/sh\nsecond\n");
    expect(messages(await apply(["web"]))).toMatch(/\(commands after creation\): first → second$/);
    xl.failures.push("/out/web.post-create.sh: no pool");
    expect(messages(await apply(["web"], { replace: true }))).toMatch(/earlier configuration runs/);
    expect(xl.log.slice(-3)).toEqual([
      "xl destroy 2",
      "xl create /state/xen/web.earlier.cfg",
      "/state/xen/web.earlier.post-create.sh",
    ]);
    expect(xl.running()).toEqual(["web 3 memory=1024"]);
  });

  it("is said to be unfinished if what follows fails and the replacement cannot be destroyed", async () => {
    const { apply, xl, write, record } = await running();
    write("web", cfgOf("web", 2048), "#!/bin/sh\nfirst\n");
    xl.failures.push("/out/web.post-create.sh: no pool", "xl destroy: stuck");
    expect(messages(await apply(["web"], { replace: true }))).toMatch(
      /the domain is there, but not finished, and could not be destroyed\.\nno pool$/,
    );
    expect(xl.running()).toEqual(["web 2 memory=2048"]);
    expect(record("web")).toMatchObject({ cfg: cfgOf("web", 2048), unfinished: true });
  });

  it("does not run if neither configuration can be created; the earlier one is kept", async () => {
    const { apply, xl, write, host } = await running();
    write("web", cfgOf("web", 2048));
    xl.failures.push("xl create /: no volume");
    expect(messages(await apply(["web"], { replace: true }))).toMatch(
      /failed, and it does not run\.\nno volume\napply-not-put-back: .*web\.earlier\.cfg/,
    );
    expect(xl.running()).toEqual([]);
    expect(decodeUtf8(host.files().get("/state/xen/web.earlier.cfg") ?? new Uint8Array())).toBe(
      cfgOf("web", 1024),
    );
  });

  it("is only warned of if it was changed by hand, and replaced if that is asked for", async () => {
    const { apply, xl } = await running({ ballooning: ["web"] });
    const outcome = await apply(["web"]);
    expect(results(outcome)).toEqual(["web unchanged"]);
    expect(messages(outcome)).toMatch(
      /^apply-changed-by-hand: .*\nb_info\.target_memkb: 1048576 → /,
    );
    expect(xl.log).toEqual([]);
    expect(results(await apply(["web"], { replace: true }))).toEqual(["web replaced"]);
  });

  it("counts as another's if what was noted cannot be read", async () => {
    const { apply, host } = await running();
    host.writeFiles([{ path: "/state/xen/web.json", content: "{" }]);
    expect(messages(await apply(["web"], { replace: true }))).toMatch(/^apply-not-ours: /);
  });
});
