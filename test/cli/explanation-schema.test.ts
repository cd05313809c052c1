/** What `vmcs explain --output json` prints is what schemas/explanation.schema.json promises to programs. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callCommand } from "../support/call-command.ts";
import { repositoryPath } from "../support/repository.ts";

const schema = JSON.parse(readFileSync(repositoryPath("schemas/explanation.schema.json"), "utf8"));
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

/** Everything that a write can be: a structure template, arguments, DML, defaults, deletions, links to variables. */
const template = `object template web1;

type disk = {
    'size' : long(1..)
    'label' ? string with length(SELF) < 9
    'format' : string = 'raw'
};

variable SIZE = 20;
variable SIZES = list(SIZE, 30);
bind '/disks' = disk{};
final '/name' = 'web1';
'/disks/root' = create('disk', 'size', SIZES[0]);
'/disks/root/label' ?= 'root';
'/disks/root/label' ?= 'other';
prefix '/disks';
'swap/size' = value('/disks/root/size') + 1;
'/list' = append(list(1), 2);
'/list/3' = 4;
'/list' = prepend(SELF, 0);
'/gone' = 1;
'/gone' = null;
'/disks/swap' = { SELF['label'] = 's'; SELF; };
`;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "vmcs-explanation-"));
  cpSync(repositoryPath("examples/web-server"), folder, { recursive: true });
  writeFileSync(join(folder, "web1.pan"), template);
  writeFileSync(join(folder, "disk.pan"), "structure template disk;\n\n'size' = undef;\n");
  writeFileSync(join(folder, "ended.pan"), "object template ended;\n\n'/a' = 1;\n'/a' = NO;\n");
  const wrong = "object template wrong;\n\nbind '/a' = long;\n'/a' = 'x';\n";
  writeFileSync(join(folder, "wrong.pan"), wrong);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function explained(...words: readonly string[]): Promise<object> {
  const { stdout } = await callCommand("vmcs", ["explain", ...words, "--output", "json"], {
    cwd: folder,
  });
  return JSON.parse(stdout) as object;
}

function complaints(document: unknown): readonly string[] {
  if (validate(document)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe("schemas/explanation.schema.json", () => {
  it.each([
    ["/disks", "web1.pan"],
    ["/disks/root/label", "web1.pan", "--full"],
    ["/disks/*/size", "web1.pan", "ended.pan"],
    ["/list", "web1.pan", "--full"],
    ["/gone", "web1.pan"],
    ["/name", "web1.pan", "--initial-data", "dict('name', 'x')"],
    ["/nmae", "web1.pan"],
    ["/a", "ended.pan", "wrong.pan"],
    ["/network/interfaces/eth0/mac", "web-server.pan"],
    ["/software/packages", "web-server.pan", "--full"],
  ])("holds of %s of %s", async (...words) => {
    expect(complaints(await explained(...words))).toEqual([]);
  });

  it("holds of lines of files that are made", async () => {
    const built = await callCommand("vmcs", ["build", "web-server.pan", "--formats", "json"], {
      cwd: folder,
    });
    expect(built.status).toBe(0);
    // A comment, an identity that follows from the name, a bracket; a skeleton; a profile.
    for (const line of ["web1.cfg:1", "web1.cfg:5", "web1.cfg:23", "web1.network.xml:9"]) {
      expect(complaints(await explained(line, "web-server.pan")), line).toEqual([]);
    }
    expect(complaints(await explained("web-server.json:7", "web-server.pan"))).toEqual([]);
  }, 60_000);

  it("refuses what is not promised", async () => {
    const document = (await explained("/name", "web1.pan")) as { profiles: object[] };
    const [profile] = document.profiles;
    expect(complaints({ profiles: [{ ...profile, more: 1 }] })).not.toEqual([]);
    expect(complaints({ profiles: [{ ...profile, state: "well" }] })).not.toEqual([]);
    expect(complaints({ profiles: [{ file: "web1.pan" }] })).not.toEqual([]);
  });
});
