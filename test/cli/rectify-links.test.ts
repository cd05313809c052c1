/** Templates that are links: what they lead to is edited, once, and only inside the project. */
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { callCommand } from "../support/call-command.ts";

let folder = "";
let site = "";
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "vmcs-links-")));
  site = join(folder, "site");
  for (const name of ["site/vms", "site/rules", "shared"]) {
    mkdirSync(join(folder, name), { recursive: true });
  }
  write("site/vmcs.json", '{ "includePath": ["."], "rules": ["rules"] }\n');
  write(
    "site/rules/site.pan",
    "declaration template site;\n\nvalid '/hardware/memory/size' >= 512;\n",
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string): void {
  writeFileSync(join(folder, name), content);
}

function machine(name: string): string {
  return `object template ${name};

include 'vmcs/vm';

'/system/name' = '${name}';
'/system/type' = 'hvm';
'/hardware/memory/size' = 256; # MiB
'/storage/disks/xvda' = dict('size', 8192);
`;
}

function rectify(cwd: string, ...args: readonly string[]): ReturnType<typeof callCommand> {
  return callCommand("vmcs", ["rectify", "--write", ...args], { cwd });
}

const edited = "'/hardware/memory/size' = 512; # MiB";

describe("rectify --write", () => {
  it("edits what a link leads to, and leaves the link one", async () => {
    write("site/vms/original.txt", machine("web"));
    symlinkSync("original.txt", join(site, "vms/web.pan"));
    const { status, stdout } = await rectify(site, "vms/web.pan");
    expect(status).toBe(0);
    expect(stdout).toContain("\nvms/original.txt\n");
    expect(lstatSync(join(site, "vms/web.pan")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(site, "vms/original.txt"), "utf8")).toContain(edited);
  });

  it("edits a file once that two names lead to", async () => {
    write("site/common.pan", "template common;\n\n'/hardware/memory/size' = 256; # MiB\n");
    symlinkSync(".", join(site, "here"));
    for (const name of ["web", "db"]) {
      write(`site/vms/${name}.pan`, machine(name).replace(/'.hardware.*/, "include 'common';"));
    }
    const { status, stdout } = await rectify(
      site,
      "vms/web.pan",
      "vms/db.pan",
      "here/common.pan",
      "common.pan",
    );
    expect(status).toBe(0);
    expect(stdout.match(/^\S+\.pan$/gm)).toEqual(["common.pan"]);
    expect(readFileSync(join(site, "common.pan"), "utf8")).toBe(`template common;\n\n${edited}\n`);
  });

  it("edits a description once that is reached through a link of a directory", async () => {
    write("site/vms/web.pan", machine("web"));
    symlinkSync("vms", join(site, "current"));
    const { status, stdout } = await rectify(site, "vms/web.pan", "current/web.pan");
    expect(status).toBe(0);
    expect(stdout.match(/^\S+\.pan$/gm)).toEqual(["vms/web.pan"]);
    expect(readFileSync(join(site, "vms/web.pan"), "utf8").match(/512/g)).toHaveLength(1);
  });

  it("leaves a file alone that a link has from outside the project", async () => {
    const text = machine("web");
    write("shared/web.pan", text);
    symlinkSync("../../shared/web.pan", join(site, "vms/web.pan"));
    const { status, stderr } = await rectify(site, "vms/web.pan");
    expect(status).toBe(1);
    expect(stderr).toContain(
      `/hardware/memory/size cannot be changed: its template '${folder}/shared/web.pan' is outside`,
    );
    expect(readFileSync(join(folder, "shared/web.pan"), "utf8")).toBe(text);
  });

  it("knows a project by any of its names", async () => {
    write("site/vms/web.pan", machine("web"));
    symlinkSync("site", join(folder, "alias"));
    const { status } = await rectify(site, join(folder, "alias/vms/web.pan"));
    expect(status).toBe(0);
    expect(readFileSync(join(site, "vms/web.pan"), "utf8")).toContain(edited);
  });
});
