/** Rules of the repositories that come with vmcs: machines that break them, and like machines that do not. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { filesBelow, repositoryPath } from "../../../support/repository.ts";
import { rulesRoad } from "./rules-road.ts";

const files: Record<string, string> = {};
for (const file of filesBelow("rules")) {
  files[`rules/${file}`] = readFileSync(repositoryPath(`rules/${file}`), "utf8");
}

const sound =
  "'/system/type' = 'hvm'; '/hardware/cpu/arch' = 'x86_64'; '/hardware/memory/size' = 8192;";

/** What is said beside a sound machine, what is told of it, and what would not be refused. */
it.each([
  [
    "'/system/os/bits' = 64; '/hardware/cpu/arch' = 'i686';",
    /64-bit processors/,
    "'/system/os/bits' = 64;",
  ],
  ["'/system/os/arch' = 'aarch64';", /needs .*arch = 'aarch64'/, "'/system/os/arch' = 'i686';"],
  [
    "'/system/os/bits' = 32; '/system/os/arch' = 'x86_64';",
    /64-bit architectures/,
    "'/system/os/bits' = 32;",
  ],
  [
    "'/system/os/bits' = 32; '/hardware/memory/size' = 70000;",
    /64 GiB/,
    "'/hardware/memory/size' = 70000;",
  ],
  [
    "'/system/hypervisor' = 'kvm'; '/system/type' = 'pvh'; '/system/boot/kernel' = '/k';",
    /Xen's/,
    "'/system/hypervisor' = 'kvm';",
  ],
  [
    "'/hardware/cpu/arch' = 'aarch64';",
    /pvh guests only/,
    "'/hardware/cpu/arch' = 'aarch64'; '/system/hypervisor' = 'kvm';",
  ],
  ["'/hardware/cpu/count' = 200;", /128 processors/, "'/hardware/cpu/count' = 128;"],
  ["'/system/boot/bootloader' = 'pygrub';", /by its firmware/, "'/system/boot/firmware' = 'bios';"],
  [
    "'/system/type' = 'pvh';",
    /does not boot by itself/,
    "'/system/type' = 'pvh'; '/system/boot/kernel' = '/k';",
  ],
  [
    "'/system/type' = 'pv'; '/system/boot/kernel' = '/k'; '/hardware/devices/sound' = list('hda');",
    /sound/,
    "'/hardware/devices/sound' = list('hda');",
  ],
  [
    "'/system/type' = 'pv'; '/system/boot/kernel' = '/k'; '/network/interfaces/eth0/model' = 'e1000';",
    /Emulated network cards/,
    "'/system/type' = 'pv'; '/system/boot/kernel' = '/k'; '/network/interfaces/eth0/model' = 'netfront';",
  ],
  [
    "'/hardware/cpu/nested' = true; '/system/features/hap' = false;",
    /hap/,
    "'/hardware/cpu/nested' = true;",
  ],
  [
    "'/system/os/family' = 'windows'; '/system/type' = 'pvh'; '/system/boot/kernel' = '/k';",
    /emulated PC only/,
    "'/system/os/family' = 'windows';",
  ],
  [
    "'/system/os/family' = 'windows'; '/system/os/release' = '11'; '/hardware/cpu/count' = 2;" +
      "'/hardware/memory/size' = 2048; '/system/boot/firmware' = 'uefi';",
    />= 4096 MiB/,
    "'/system/os/family' = 'windows'; '/system/os/release' = '11'; '/hardware/cpu/count' = 2; '/system/boot/firmware' = 'uefi';",
  ],
  [
    "'/system/os/distribution' = 'ubuntu'; '/system/os/release' = '22.04'; '/hardware/memory/size' = 512;",
    />= 1024 MiB/,
    "'/system/os/distribution' = 'ubuntu'; '/system/os/release' = '8.04'; '/hardware/memory/size' = 512;",
  ],
  [
    "'/hardware/devices/video/model' = 'none'; '/hardware/devices/graphics/vnc' = dict('listen', '127.0.0.1');",
    /shows a graphics card/,
    "'/hardware/devices/graphics/vnc' = dict('listen', '127.0.0.1');",
  ],
  [
    "'/storage/disks/xvdb' = dict('format', 'qcow2', 'source', dict('block', '/dev/vg/a'));",
    /its format is raw/,
    "'/storage/disks/xvda/format' = 'qcow2'; '/storage/disks/xvdb' = dict('format', 'raw', 'source', dict('block', '/dev/vg/a'));",
  ],
  [
    "'/hardware/devices/graphics/vnc' = dict('listen', '0.0.0.0');",
    /has a password/,
    "'/hardware/devices/graphics/vnc' = dict('listen', '0.0.0.0', 'password', 'file:/etc/p');",
  ],
  [
    "'/hardware/devices/serial' = list(dict('type', 'pty'), dict('type', 'telnet'));",
    /serial console/,
    "'/hardware/devices/serial' = list(dict('type', 'pty'));",
  ],
  [
    "'/software/users/root/lock_passwd' = false;",
    /as root by password/,
    "'/software/users/web/lock_passwd' = false;",
  ],
  ["'/software/ssh_pwauth' = true;", /SSH by password/, "'/software/ssh_pwauth' = false;"],
  ["'/software/disable_root' = false;", /SSH as root/, "'/software/disable_root' = true;"],
  [
    "'/software/users/web/sudo' = 'ALL=(ALL) ALL';",
    /log in by key/,
    "'/software/users/web' = dict('sudo', 'ALL=(ALL) ALL', 'ssh_authorized_keys', list('ssh-ed25519 AAAA'));",
  ],
  [
    "'/storage/images/debian/file' = '/tmp/debian.img';",
    /the store/,
    "'/storage/images/debian/file' = '/var/lib/xen/images/debian/12.img';",
  ],
  [
    "'/software/repositories/own' = dict('url', 'http://example.org/debian', 'key', 'A');",
    /over https/,
    "'/software/repositories/own' = dict('url', 'https://example.org/debian', 'key', 'A');",
  ],
])("%s is refused: %s, and not %s", (wrong, reason, right) => {
  expect(told(wrong)).toMatch(reason);
  expect(told(right)).toBe("");
});

function told(statements: string): string {
  const vm = `object template vm;\n${sound}\n${statements}\n`;
  const road = rulesRoad(files, ["rules/rr", "rules/policies"], [""]);
  return road.render(road.resolve("vm.pan", "strict", vm).diagnostics);
}
