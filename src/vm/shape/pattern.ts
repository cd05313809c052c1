/**
 * Forms of texts, by name.
 *
 * The expressions are written in what JavaScript and XML Schema share: no anchors, groups of alternatives without
 * look-around or back references, `[0-9]` instead of `\d`. They apply to the whole text. No counted group holds
 * another counter: libxml2 mistakes `(a{1,2}b){3}`.
 */

export interface Pattern {
  /** Name of the type in the schema, in kebab-case. */
  readonly name: string;
  /** What a text of this form is, for messages: "a host name such as web1". */
  readonly wanted: string;
  readonly source: string;
  /** In UTF-16 code units. */
  readonly maxLength: number | undefined;
}

/** Whether the text has the form. */
export function matches(pattern: Pattern, text: string): boolean {
  if (pattern.maxLength !== undefined && text.length > pattern.maxLength) return false;
  let expression = compiled.get(pattern.source);
  if (expression === undefined) {
    expression = new RegExp(`^(?:${pattern.source})$`, "u");
    compiled.set(pattern.source, expression);
  }
  return expression.test(text);
}

const compiled = new Map<string, RegExp>();

function pattern(name: string, wanted: string, source: string, maxLength?: number): Pattern {
  return { name, wanted, source, maxLength };
}

const hostLabel = "[A-Za-z0-9]([A-Za-z0-9\\-]{0,61}[A-Za-z0-9])?";
const octet = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
const ipv4Source = `${octet}(\\.${octet}){3}`;
const viridianGroups = [
  "base",
  "freq",
  "time_ref_count",
  "reference_tsc",
  "hcall_remote_tlb_flush",
  "apic_assist",
  "crash_ctl",
  "stimer",
  "hcall_ipi",
  "ex_processor_masks",
  "no_vp_limit",
  "cpu_hotplug",
  "defaults",
  "all",
];
const smbiosNames = [
  "bios_vendor",
  "bios_version",
  "system_manufacturer",
  "system_product_name",
  "system_version",
  "system_serial_number",
  "baseboard_manufacturer",
  "baseboard_product_name",
  "baseboard_version",
  "baseboard_serial_number",
  "baseboard_asset_tag",
  "baseboard_location_in_chassis",
  "enclosure_manufacturer",
  "enclosure_serial_number",
  "enclosure_asset_tag",
  "battery_manufacturer",
  "battery_device_name",
];
const hex = "[0-9A-Fa-f]";
const group = `${hex}(${hex}(${hex}${hex}?)?)?`;
const ipv6Source = [
  `(${group}:){7}${group}`,
  `(${group}:){1,7}:`,
  ...[1, 2, 3, 4, 5, 6].map((after) => `(${group}:){1,${7 - after}}(:${group}){1,${after}}`),
  `:((:${group}){1,7}|:)`,
].join("|");
const cidrSource = `(${ipv4Source})/([12]?[0-9]|3[0-2])|(${ipv6Source})/([1-9]?[0-9]|1[01][0-9]|12[0-8])`;
/** Of an address: the network of all addresses is no network that an interface is in. */
const addressSource = `(${ipv4Source})/([1-9]|[12][0-9]|3[0-2])|(${ipv6Source})/([1-9][0-9]?|1[01][0-9]|12[0-8])`;
const cpuListItem = "(\\^?(nodes?:)?[0-9]{1,4}(-[0-9]{1,4})?|(nodes?:)?all)";
const leafNumber = "(0x[0-9A-Fa-f]+|[0-9]+)";
const leafRegister = "e[abcd]x=[01xks]{32}";
/** Any character that is on a line; XML has no others below U+0020. */
const onLine = "[^\\t\\n\\r]";

export const vmName = pattern(
  "vm-name",
  "a name: letters, digits and . _ + -, at least one letter, beginning with a letter or digit",
  "[A-Za-z][A-Za-z0-9._+\\-]*|[0-9][0-9._+\\-]*[A-Za-z][A-Za-z0-9._+\\-]*",
  128,
);
export const hostname = pattern(
  "hostname",
  "a host name such as web1.example.org",
  `${hostLabel}(\\.${hostLabel})*`,
  253,
);
export const uuid = pattern(
  "uuid",
  "a UUID such as 6d7f2a5c-54f1-4c7c-9e0a-0d5e1c0a7a01",
  `${hex}{8}-${hex}{4}-${hex}{4}-${hex}{4}-${hex}{12}`,
);
export const mac = pattern(
  "mac",
  "the MAC address of one interface, such as 00:16:3e:5a:10:01",
  `${hex}[02468aceACE](:${hex}${hex}){5}`,
);
export const ipv4 = pattern("ipv4", "an IPv4 address such as 192.0.2.10", ipv4Source);
export const ipv6 = pattern("ipv6", "an IPv6 address such as 2001:db8::10", ipv6Source);
export const ip = pattern(
  "ip",
  "an IP address such as 192.0.2.10 or 2001:db8::10",
  `${ipv4Source}|${ipv6Source}`,
);
export const cidr = pattern(
  "cidr",
  "an address with its prefix length, such as 192.0.2.10/24",
  addressSource,
);
export const destination = pattern(
  "destination",
  "a destination: default or a network such as 198.51.100.0/24",
  `default|${cidrSource}`,
);
export const path = pattern("path", "an absolute path on one line", `/${onLine}*`);
export const hostInterface = pattern(
  "host-interface",
  "the name of a network device: up to 15 letters, digits and . _ -",
  "[A-Za-z0-9][A-Za-z0-9._\\-]{0,14}",
);
export const guestInterface = pattern(
  "guest-interface",
  "the name of a network interface: up to 15 letters, digits and _ . -",
  "[A-Za-z0-9_][A-Za-z0-9_.\\-]{0,14}",
);
export const device = pattern(
  "device",
  "a device name such as xvda, hda or xvda1",
  "(xvd|hd|sd|vd)[a-z]{1,3}([1-9][0-9]{0,2})?",
);
export const word = pattern("word", "a word: not empty, without blanks", "[^ \\t\\n\\r]+");
export const line = pattern("line", "one line of text", `${onLine}*`);
export const script = pattern(
  "script",
  "the name of a script, without blanks, commas and =",
  "[^ \\t\\n\\r,=]+",
);
export const firmware = pattern(
  "firmware",
  "a firmware: bios, uefi, seabios, rombios, ovmf, pvgrub32, pvgrub64 or an absolute path",
  `bios|uefi|seabios|rombios|ovmf|pvgrub32|pvgrub64|/${onLine}*`,
);
export const key = pattern(
  "key",
  "a key: letters, digits and _ + . -, beginning with a letter, a digit or _",
  "[A-Za-z0-9_][A-Za-z0-9_+.\\-]*",
);
export const userName = pattern(
  "user-name",
  "the name of a user: small letters, digits and _ -, up to 32",
  "[a-z_][a-z0-9_\\-]{0,31}",
);
export const variableName = pattern(
  "variable-name",
  "the name of an environment variable",
  "[A-Za-z_][A-Za-z0-9_]*",
);
export const keymap = pattern(
  "keymap",
  "a keyboard layout such as en-us or de",
  "[A-Za-z0-9][A-Za-z0-9_\\-]*",
);
export const owner = pattern(
  "owner",
  "an owner such as root or root:adm",
  "[a-z_][a-z0-9_\\-]*(:[a-z_][a-z0-9_\\-]*)?",
);
export const permissions = pattern(
  "permissions",
  "a set of permissions such as 0644",
  "[0-7]{3,4}",
);
export const profileName = pattern(
  "profile-name",
  "the name of an object template",
  "[A-Za-z0-9_./+\\-]+",
);
export const digest = pattern(
  "digest",
  "a digest such as sha256:0123abcd",
  "[a-z0-9]+:[0-9A-Za-z+/=_\\-]+",
);
export const cpuList = pattern(
  "cpu-list",
  "a set of host CPUs such as 0-3,5,^1, nodes:0 or all",
  `${cpuListItem}(,${cpuListItem})*`,
);
export const cpuFeature = pattern(
  "cpu-feature",
  "the name of a CPU feature: small letters, digits and - _ . +",
  "[a-z0-9][a-z0-9_.+\\-]*",
);
export const cpuFeatureValue = pattern(
  "cpu-feature-value",
  "1 (on), 0 (off), x (default), k (as the host), s (as the host, kept on migration) or a number",
  "[xks]|[0-9]+",
);
export const cpuidLeaf = pattern(
  "cpuid-leaf",
  "a CPUID leaf such as 0x1:ecx=xxxxxxxxxxxxxxxx0xxxxxxxxxxxxxxx",
  `${leafNumber}(,${leafNumber})?:${leafRegister}(,${leafRegister})*`,
);
export const secret = pattern(
  "secret",
  "where a secret is: file:/absolute/path or env:NAME, never the secret itself",
  `file:/${onLine}*|env:[A-Za-z_][A-Za-z0-9_]*`,
);
export const pciAddress = pattern(
  "pci-address",
  "a PCI address such as 0000:03:00.0",
  `(${hex}{4,8}:)?${hex}{2}:${hex}{2}\\.([0-7]|\\*)`,
);
export const pciSlot = pattern("pci-slot", "a PCI slot such as 05", `${hex}{1,2}`);
export const option = pattern("option", "a text on one line without commas", "[^\\t\\n\\r,]+");
export const qemuDevice = pattern(
  "qemu-device",
  "the name of a USB device such as tablet, mouse or host:1234:abcd",
  "[A-Za-z0-9][A-Za-z0-9_:.\\-]*",
);
export const label = pattern(
  "label",
  "a security label such as system_u:system_r:domU_t",
  "[A-Za-z0-9_.\\-]+(:[A-Za-z0-9_.,\\-]+)*",
);
export const ioportRange = pattern(
  "ioport-range",
  "I/O ports in hexadecimal, such as 3f8 or 2f8-2ff",
  `${hex}{1,4}(-${hex}{1,4})?`,
);
export const iomemRange = pattern(
  "iomem-range",
  "pages in hexadecimal, such as fd000,2 or fd000,2@40",
  `${hex}+,${hex}+(@${hex}+)?`,
);
export const resolution = pattern(
  "resolution",
  "a width and a height such as 1920x1080",
  "[1-9][0-9]{0,4}x[1-9][0-9]{0,4}",
);
export const identifier = pattern(
  "identifier",
  "an identifier: letters, digits and _ . -",
  "[A-Za-z0-9_.\\-]+",
);
export const virtioType = pattern(
  "virtio-type",
  "a device type such as virtio,device22",
  "virtio,device([0-9a-f]{1,4})?|[a-z0-9,_.\\-]*[a-z0-9_.\\-]",
);
export const colorRange = pattern(
  "color-range",
  "cache colours such as 3 or 0-7",
  "[0-9]{1,5}(-[0-9]{1,5})?",
);
export const viridianGroup = pattern(
  "viridian-group",
  "a group of enlightenments such as defaults or !stimer",
  `!?(${viridianGroups.join("|")})`,
);
export const vlanTrunk = pattern(
  "vlan-trunk",
  "VLANs such as 10p/20/100+10x4",
  "[0-9]{1,4}p?(\\+[0-9]{1,4}x[0-9]{1,4})?(/[0-9]{1,4}p?(\\+[0-9]{1,4}x[0-9]{1,4})?)*",
);
export const coloOption = pattern(
  "colo-option",
  "the name of a COLO option, without its colo",
  "[a-z0-9][a-z0-9_\\-]*",
);
export const timezone = pattern(
  "timezone",
  "a time zone such as Europe/Paris or UTC",
  "[A-Za-z][A-Za-z0-9_+/\\-]*",
);
export const locale = pattern(
  "locale",
  "a locale such as en_GB.UTF-8 or C.UTF-8",
  "[A-Za-z]+(_[A-Za-z]+)?(\\.[A-Za-z0-9\\-]+)?(@[a-z]+)?",
);
export const suite = pattern("suite", "a suite such as bookworm", "[a-z][a-z0-9.\\-]*");
export const packageName = pattern(
  "package-name",
  "the name of a package such as linux-image-amd64",
  "[a-z0-9][a-z0-9+.\\-]+",
);
export const allowedAddress = pattern(
  "allowed-address",
  "an IP address or a network such as 192.0.2.10 or 192.0.2.0/24",
  `${ipv4Source}|${ipv6Source}|${cidrSource}`,
);
export const smbiosName = pattern(
  "smbios-name",
  "the name of an SMBIOS value such as system_manufacturer or oem1",
  `${smbiosNames.join("|")}|oem[1-9][0-9]?`,
);
