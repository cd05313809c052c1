/** The forms of texts: what fits and what does not, to JavaScript and to XML Schema alike. */
import { expect, it } from "vitest";
import * as patterns from "../../../src/vm/shape/pattern.ts";
import { matches, type Pattern } from "../../../src/vm/shape/pattern.ts";
import { record, required, text } from "../../../src/vm/shape/shape.ts";
import { writeXsd } from "../../../src/vm/shape/write-xsd.ts";
import { loadXmlReader } from "../../../src/vm/skeleton/xml-document.ts";

interface Examples {
  readonly pattern: Pattern;
  readonly fits: readonly string[];
  readonly doesNotFit: readonly string[];
}

const label63 = "a".repeat(63);

const all: readonly Examples[] = [
  {
    pattern: patterns.vmName,
    fits: ["web1", "1a", "a", "A.b_c+d-e", "0-0.x", "a".repeat(128)],
    doesNotFit: ["", "12", "1.2", "-a", ".a", "a b", "a/b", "é", "a".repeat(129), "a\n"],
  },
  {
    pattern: patterns.hostname,
    fits: ["web1", "web1.example.org", "1a", label63, `${label63}.${label63}.a`, "a-b"],
    doesNotFit: [
      "",
      `a.${label63}a`,
      "a_b",
      "-a",
      "a-",
      "a..b",
      ".a",
      "a.",
      `${label63}a`,
      `${"a.".repeat(126)}aa`,
    ],
  },
  {
    pattern: patterns.uuid,
    fits: ["6d7f2a5c-54f1-4c7c-9e0a-0d5e1c0a7a01", "6D7F2A5C-54F1-4C7C-9E0A-0D5E1C0A7A01"],
    doesNotFit: [
      "",
      "6d7f2a5c54f14c7c9e0a0d5e1c0a7a01",
      "6d7f2a5c-54f1-4c7c-9e0a-0d5e1c0a7a0g",
      "6d7f2a5c-54f11-c7c-9e0a-0d5e1c0a7a01",
    ],
  },
  {
    pattern: patterns.mac,
    fits: ["00:16:3e:5a:10:01", "00:16:3E:5A:10:FF", "02:00:00:00:00:00"],
    doesNotFit: [
      "",
      "01:16:3e:5a:10:01",
      "00:16:3e:5a:10",
      "00:16:3e:5a:100:1",
      "000:16:3e:5a:10:1",
      "00163e5a1001",
      "00-16-3e-5a-10-01",
    ],
  },
  {
    pattern: patterns.ipv4,
    fits: ["0.0.0.0", "192.0.2.10", "255.255.255.255"],
    doesNotFit: ["", "256.0.0.1", "1.2.3", "01.2.3.4", "1.2.3.4.5", "a.b.c.d"],
  },
  {
    pattern: patterns.ipv6,
    fits: [
      "::",
      "::1",
      "2001:db8::10",
      "1:2:3:4:5:6:7:8",
      "1::8",
      "1:2:3:4:5:6:7::",
      "::2:3:4:5:6:7:8",
      "fe80::1:2:3:4",
    ],
    doesNotFit: [
      "",
      ":",
      "1:2:3:4:5:6:7",
      "1:2:3:4:5:6:7:8:9",
      "1::2::3",
      "12345::",
      "g::",
      "1.2.3.4",
    ],
  },
  {
    pattern: patterns.ip,
    fits: ["192.0.2.10", "::1"],
    doesNotFit: ["", "localhost", "192.0.2.10/24"],
  },
  {
    pattern: patterns.cidr,
    fits: ["192.0.2.10/24", "0.0.0.0/0", "192.0.2.10/32", "2001:db8::10/64", "::/0", "::1/128"],
    doesNotFit: ["", "192.0.2.10", "192.0.2.10/33", "::1/129", "::1/0128", "192.0.2.10/024"],
  },
  {
    pattern: patterns.destination,
    fits: ["default", "198.51.100.0/24", "2001:db8::/32"],
    doesNotFit: ["", "any", "198.51.100.0", "default/0"],
  },
  {
    pattern: patterns.path,
    fits: ["/", "/a b", "/é/😀", "/a,b=c", "/\u0085"],
    doesNotFit: ["", "a", "./a", "/a\nb", "/a\tb"],
  },
  {
    pattern: patterns.hostInterface,
    fits: ["xenbr0", "br-lan.10", "a", "a".repeat(15)],
    doesNotFit: ["", "a".repeat(16), "a b", "a/b", "a,b", "_a"],
  },
  {
    pattern: patterns.guestInterface,
    fits: ["eth0", "_a", "en.p0"],
    doesNotFit: ["", ".a", "a:1", "a".repeat(16)],
  },
  {
    pattern: patterns.device,
    fits: ["xvda", "xvda1", "xvdaaa", "hda", "sdb12", "vdc"],
    doesNotFit: [
      "",
      "xvd",
      "xvda0",
      "xvda01",
      "xvdA",
      "xvdaaaa",
      "nvme0n1",
      "/dev/xvda",
      "xvda1000",
    ],
  },
  {
    pattern: patterns.word,
    fits: ["a", "é", "a\u00a0b", "1:2"],
    doesNotFit: ["", " ", "a b", "a\n", "a\tb"],
  },
  {
    pattern: patterns.line,
    fits: ["", " a ", "é]]>&", "\u2028"],
    doesNotFit: ["\n", "a\tb", "a\r"],
  },
  {
    pattern: patterns.script,
    fits: ["vif-route", "/etc/xen/x"],
    doesNotFit: ["", "a b", "a,b", "a=b"],
  },
  {
    pattern: patterns.firmware,
    fits: ["bios", "uefi", "seabios", "rombios", "ovmf", "pvgrub32", "pvgrub64", "/fw/a b.bin"],
    doesNotFit: ["", "grub", "bios ", "fw.bin"],
  },
  {
    pattern: patterns.key,
    fits: ["a", "g_2b_2b", "libc6.1+b-2", "_", "9a"],
    doesNotFit: ["", ".a", "+", "a b", "a/b"],
  },
  {
    pattern: patterns.userName,
    fits: ["web", "_www", "a-1"],
    doesNotFit: ["", "Web", "1a", "a".repeat(33), "a$"],
  },
  { pattern: patterns.variableName, fits: ["PATH", "_a1"], doesNotFit: ["", "1A", "A-B", "A B"] },
  {
    pattern: patterns.keymap,
    fits: ["en-us", "de", "pt_BR"],
    doesNotFit: ["", "-", "de,fr", "a b"],
  },
  {
    pattern: patterns.owner,
    fits: ["root", "root:adm", "_a:b-c"],
    doesNotFit: ["", "root:", ":adm", "Root", "a:b:c"],
  },
  {
    pattern: patterns.permissions,
    fits: ["644", "0644", "7777"],
    doesNotFit: ["", "64", "00644", "0648", "rw"],
  },
  {
    pattern: patterns.profileName,
    fits: ["web1", "site/vms/web-1.x+y"],
    doesNotFit: ["", "a b", "é"],
  },
  {
    pattern: patterns.digest,
    fits: ["sha256:0123abcd", "md5:a+/="],
    doesNotFit: ["", "sha256:", "a b:c"],
  },
];

it("has examples of every pattern", () => {
  const named = Object.values(patterns).filter((value) => typeof value !== "function");
  expect(new Set(all.map(({ pattern }) => pattern))).toEqual(new Set(named));
});

for (const { pattern, fits, doesNotFit } of all) {
  it(pattern.name, async () => {
    const accepts = await schemaFor(pattern);
    for (const example of fits) {
      expect([example, matches(pattern, example), accepts(example)]).toEqual([example, true, true]);
    }
    for (const example of doesNotFit) {
      expect([example, matches(pattern, example), accepts(example)]).toEqual([
        example,
        false,
        false,
      ]);
    }
  });
}

/** Whether an XML Schema with the pattern accepts a text. */
async function schemaFor(pattern: Pattern): Promise<(text: string) => boolean> {
  const shape = record({ value: required(text(pattern), "the text") });
  const description = {
    namespace: "urn:test",
    root: "r",
    summary: "a test",
    shape,
    attributes: [],
  };
  const schema = writeXsd(description);
  const reader = await loadXmlReader();
  return (example) => {
    const escaped = example.replace(/[&<>\r]/g, (character) => `&#${character.charCodeAt(0)};`);
    const document = `<r xmlns="urn:test"><value>${escaped}</value></r>`;
    return reader.read(document, () => schema).problems.length === 0;
  };
}
