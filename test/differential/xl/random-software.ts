/** Random software of a machine. */
import type {
  Package,
  Repository,
  Software,
  SoftwareFile,
  User,
} from "../../../src/vm/model/software.ts";
import type { Random } from "../random.ts";
import { boolean, compact, line, mapOf, maybe, some } from "./random-values.ts";

/** `device` is a drive that cloud-init may have. */
export function randomSoftware(random: Random, device: string | undefined): Software {
  return compact<Software>({
    packages: mapOf(
      some(random, ["curl", "g_2b_2b", "nginx"], 0.4).map((key) => [
        key,
        randomPackage(random, key),
      ]),
    ),
    repositories: mapOf(some(random, ["site"], 0.2).map((key) => [key, repository(random)])),
    services: mapOf(
      some(random, ["nginx", "ssh.socket"], 0.3).map((key) => [
        key,
        compact<{ enabled: boolean; state?: "running" | "stopped" }>({
          enabled: boolean(random),
          state: maybe(random, 0.5, () => random.pick(["running", "stopped"])),
        }),
      ]),
    ),
    users: mapOf(some(random, ["admin", "web"], 0.4).map((key) => [key, randomUser(random)])),
    environment: mapOf(some(random, ["EDITOR", "_x1"], 0.3).map((key) => [key, variable(random)])),
    files: mapOf(some(random, ["motd", "conf"], 0.3).map((key) => [key, randomFile(random, key)])),
    timezone: maybe(random, 0.3, () => random.pick(["Europe/Paris", "UTC"])),
    locale: maybe(random, 0.3, () => random.pick(["en_GB.UTF-8", "C.UTF-8"])),
    package_upgrade: maybe(random, 0.3, () => boolean(random)),
    ssh_pwauth: maybe(random, 0.2, () => boolean(random)),
    disable_root: maybe(random, 0.2, () => boolean(random)),
    cloud_init:
      device === undefined
        ? undefined
        : maybe(random, 0.6, () =>
            compact<NonNullable<Software["cloud_init"]>>({
              device,
              instance: maybe(random, 0.3, () => "i-2026.1"),
            }),
          ),
    bootcmd: maybe(random, 0.2, () => [text(random)]),
    runcmd: maybe(random, 0.3, () => [text(random), "echo '- [a]' > /tmp/x"]),
  });
}

/** Texts of several lines, in ways that YAML reads differently when they are not quoted. */
function text(random: Random): string {
  const special = [
    "yes",
    "0o17",
    "- a: b",
    "#!",
    "multi\nline\n",
    "  indented\n",
    "tab\there",
    ": x",
    "{{ a }}",
    "null",
  ];
  return random.chance(0.6) ? random.pick(special) : line(random);
}

/** What /etc/environment can hold. */
function variable(random: Random): string {
  return random.pick(["vi", "yes", "null", "a b", "1.10", "é", ""]);
}

function randomPackage(random: Random, key: string): Package {
  return compact<Package>({
    name: key.includes("_2b") ? "g++" : undefined,
    version: maybe(random, 0.3, () => random.pick(["1.2-3", "2:7.88.1-10+deb12u5"])),
    imported: random.chance(0.2),
  });
}

function repository(random: Random): Repository {
  return compact<Repository>({
    type: "deb",
    url: "https://packages.example.org/debian",
    suite: random.pick(["bookworm", "stable"]),
    components: ["main"],
  });
}

function randomUser(random: Random): User {
  return compact<User>({
    gecos: maybe(random, 0.5, () => line(random).replaceAll(",", " ")),
    uid: maybe(random, 0.3, () => 2000 + random.int(1000)),
    groups: maybe(random, 0.4, () => ["sudo", "adm"]),
    home: maybe(random, 0.2, () => "/srv/home"),
    shell: maybe(random, 0.5, () => "/bin/bash"),
    sudo: maybe(random, 0.4, () => "ALL=(ALL) NOPASSWD:ALL"),
    ssh_authorized_keys: maybe(random, 0.5, () => [
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIB me@example.org",
    ]),
    lock_passwd: boolean(random),
    system: random.chance(0.2),
  });
}

function randomFile(random: Random, key: string): SoftwareFile {
  return compact<SoftwareFile>({
    path: `/etc/${key}`,
    content: `${text(random)}\n${text(random)}`,
    owner: random.pick(["root", "root:adm"]),
    permissions: random.pick(["0644", "600"]),
    append: maybe(random, 0.2, () => boolean(random)),
  });
}
