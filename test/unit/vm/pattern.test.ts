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
    fits: ["192.0.2.10/24", "10.0.0.1/8", "192.0.2.10/32", "2001:db8::10/64", "::1/128"],
    doesNotFit: [
      "",
      "0.0.0.0/0",
      "::/0",
      "192.0.2.10",
      "192.0.2.10/33",
      "::1/129",
      "::1/0128",
      "192.0.2.10/024",
    ],
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
  {
    pattern: patterns.cpuList,
    fits: ["0", "0-3,5,^1", "all", "nodes:0-1,^node:2", "nodes:all", "0,1,2,3", "1000-1023,7"],
    doesNotFit: ["", "x", "0-", "0-3-5", ",1", "1,", "1,,2", "12345", "0-12345,1", "all,", "^all"],
  },
  {
    pattern: patterns.cpuFeature,
    fits: ["sse4_1", "avx-512f", "lm", "3dnow", "sse4.1", "lfence+"],
    doesNotFit: ["", "SSE", "-x", "a b", "a=1", "a,b"],
  },
  {
    pattern: patterns.cpuFeatureValue,
    fits: ["0", "1", "x", "k", "s", "4096"],
    doesNotFit: ["", "y", "xx", "-1", "1x", "on"],
  },
  {
    pattern: patterns.cpuidLeaf,
    fits: [
      `0x1:ecx=${"x".repeat(31)}0`,
      `7,0:eax=${"10xks".repeat(6)}xx,ebx=${"0".repeat(32)}`,
      `0xD,0x1:edx=${"k".repeat(32)}`,
    ],
    doesNotFit: [
      "",
      "0x1",
      "0x1:",
      `0x1:ecx=${"x".repeat(31)}`,
      `0x1:ecx=${"x".repeat(33)}`,
      `0x1:eex=${"x".repeat(32)}`,
      `0x:ecx=${"x".repeat(32)}`,
      `0x1:ecx=${"y".repeat(32)}`,
      `0x1:ecx=${"x".repeat(32)},`,
      `0x1:ecx=${"x".repeat(32)},edx=${"x".repeat(31)}`,
    ],
  },
  {
    pattern: patterns.secret,
    fits: ["file:/etc/vmcs/vnc", "file:/a b,c", "env:VNC_PASSWORD", "env:_a1"],
    doesNotFit: ["", "hunter2", "file:etc", "env:", "env:1A", "env:A-B", "file:/a\nb", "FILE:/a"],
  },
  {
    pattern: patterns.pciAddress,
    fits: ["0000:03:00.0", "03:00.7", "00010000:00:1f.*", "AB:CD.3"],
    doesNotFit: ["", "03:00", "03:00.8", "3:00.0", "000:03:00.0", "000000000:03:00.0", "03:00.0@5"],
  },
  {
    pattern: patterns.pciSlot,
    fits: ["5", "05", "1f"],
    doesNotFit: ["", "05.1", "123", "g", "5."],
  },
  {
    pattern: patterns.option,
    fits: [":0.0", "a b=c", "é", " "],
    doesNotFit: ["", "a,b", "a\n", "a\tb"],
  },
  {
    pattern: patterns.qemuDevice,
    fits: ["tablet", "host:1234:abcd", "host:1.4", "wacom-tablet"],
    doesNotFit: ["", "a b", "a,b", "-a", "é"],
  },
  {
    pattern: patterns.label,
    fits: ["system_u:system_r:domU_t", "a:b:c:s0:c1,c2", "dom.U-1"],
    doesNotFit: ["", ":a", "a:", "a::b", "a b", "a,b:c"],
  },
  {
    pattern: patterns.ioportRange,
    fits: ["3f8", "2f8-2ff", "0", "FFFF-ffff"],
    doesNotFit: ["", "0x3f8", "2f8-", "-2ff", "10000", "2f8-10000", "2f8-2fa-2ff", "g"],
  },
  {
    pattern: patterns.iomemRange,
    fits: ["fd000,2", "fd000,2@40", "0,1"],
    doesNotFit: ["", "fd000", "fd000,", ",2", "fd000,2@", "fd000,2@g", "0xfd000,2"],
  },
  {
    pattern: patterns.resolution,
    fits: ["1920x1080", "1x1", "99999x99999"],
    doesNotFit: ["", "1920", "0x1080", "1920x0", "1920X1080", "100000x1", "1x1x1"],
  },
  {
    pattern: patterns.identifier,
    fits: ["a", "org.qemu.guest_agent.0", "-", "0"],
    doesNotFit: ["", "a b", "a,b", "a=b", "a/b", "é"],
  },
  {
    pattern: patterns.virtioType,
    fits: ["virtio,device22", "virtio,device", "virtio,deviceff1a", "vendor,thing"],
    doesNotFit: ["", "virtio,", "a b", "A", "virtio,device22,"],
  },
  {
    pattern: patterns.colorRange,
    fits: ["3", "0-7", "12345-54321"],
    doesNotFit: ["", "0-", "-7", "0-7-9", "123456", "0-123456", "a"],
  },
  {
    pattern: patterns.viridianGroup,
    fits: ["defaults", "!stimer", "all", "hcall_remote_tlb_flush"],
    doesNotFit: ["", "!", "!!base", "foo", "Base", "base ", "hcall"],
  },
  {
    pattern: patterns.vlanTrunk,
    fits: ["10", "10p/20/100+10x4", "1p", "4094p+1x1/2"],
    doesNotFit: ["", "/10", "10/", "10pp", "10p/20/100+10", "12345", "1/12345", "10+x4", "10x4"],
  },
  {
    pattern: patterns.coloOption,
    fits: ["host", "filter_redirector0_queue", "port", "0-a"],
    doesNotFit: ["", "_a", "A", "a b", "a=b", "a,b"],
  },
  {
    pattern: patterns.timezone,
    fits: ["Europe/Paris", "UTC", "Etc/GMT+1", "America/Port-au-Prince"],
    doesNotFit: ["", "/Paris", "1UTC", "Europe Paris", "é"],
  },
  {
    pattern: patterns.locale,
    fits: ["C.UTF-8", "en_GB.UTF-8", "POSIX", "de_DE@euro", "ca_ES.UTF-8@valencia"],
    doesNotFit: ["", "en_", "en-GB", "en_GB.", "en_GB@", "en_GB.UTF 8", ".UTF-8"],
  },
  {
    pattern: patterns.suite,
    fits: ["bookworm", "bookworm-backports", "xenial", "a1.2"],
    doesNotFit: ["", "Bookworm", "1a", "-a", "a b", "a/b"],
  },
  {
    pattern: patterns.packageName,
    fits: ["linux-image-amd64", "g++", "0ad", "libc6.1"],
    doesNotFit: ["", "a", "-ab", "A1", "a b", "a_b"],
  },
  {
    pattern: patterns.allowedAddress,
    fits: ["192.0.2.10", "192.0.2.0/24", "2001:db8::10", "2001:db8::/32", "::/0"],
    doesNotFit: ["", "192.0.2", "192.0.2.0/33", "2001:db8::/129", "any", "192.0.2.1,192.0.2.2"],
  },
  {
    pattern: patterns.smbiosName,
    fits: ["system_manufacturer", "oem1", "oem99", "bios_vendor", "battery_device_name"],
    doesNotFit: ["", "oem", "oem0", "oem100", "System_manufacturer", "bios", "bios_vendor="],
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
