/** Random identity, boot and behaviour of a machine. */
import type { Hardware } from "../../../src/vm/model/hardware.ts";
import type { Affinity, GuestType, System } from "../../../src/vm/model/system.ts";
import type { Random } from "../random.ts";
import {
  between,
  boolean,
  compact,
  cpuList,
  line,
  listOf,
  type MachineWish,
  maybe,
  path,
  some,
  uuid,
} from "./random-values.ts";
import { randomXen } from "./random-xen.ts";

interface Known {
  readonly name: string;
  readonly type: GuestType;
  readonly hardware: Hardware;
}

export function randomSystem(random: Random, known: Known, wish: MachineWish): System {
  const { name, type, hardware } = known;
  const boot = randomBoot(random, type);
  return compact<System>({
    name,
    uuid: uuid(random),
    hostname: maybe(random, 0.3, () => `${name}.example.org`),
    hypervisor:
      type === "hvm" && !wish.onlyXen
        ? maybe(random, 0.7, () => random.pick(["xen", "kvm", "qemu"]))
        : undefined,
    type,
    os: compact<System["os"]>({
      family: "linux",
      distribution: maybe(random, 0.5, () => "debian"),
      release: maybe(random, 0.5, () => "12"),
    }),
    boot,
    lifecycle: randomLifecycle(random, type),
    scheduling: randomScheduling(random, known, wish),
    clock: maybe(random, 0.3, () => randomClock(random, type)),
    security: wish.onlyXen
      ? maybe(random, 0.1, () => ({ label: "system_u:system_r:domU_t" }))
      : undefined,
    features:
      type === "pv" ? undefined : maybe(random, 0.4, () => randomFeatures(random, type, wish)),
    xen: wish.onlyXen
      ? maybe(random, 0.6, () => randomXen(random, { type, hardware, firmware: boot.firmware }))
      : undefined,
  });
}

function randomBoot(random: Random, type: GuestType): System["boot"] {
  if (type === "hvm") {
    return compact<System["boot"]>({
      firmware: maybe(random, 0.5, () => random.pick(["bios", "uefi", "seabios", "ovmf"])),
      order: listOf(some(random, ["hd", "cdrom", "network"] as const, 0.5)),
    });
  }
  if (random.chance(0.2)) {
    return compact<System["boot"]>({
      bootloader: "pygrub",
      bootloader_args: maybe(random, 0.5, () => ["-q", line(random)]),
    });
  }
  const whole = boolean(random);
  return compact<System["boot"]>({
    kernel: path(random, "-vmlinuz"),
    ramdisk: maybe(random, 0.5, () => path(random, "-initrd")),
    cmdline: whole ? line(random) : undefined,
    root: whole ? undefined : maybe(random, 0.5, () => "/dev/xvda1 ro"),
    extra: whole ? undefined : maybe(random, 0.5, () => line(random)),
  });
}

function randomLifecycle(random: Random, type: GuestType): System["lifecycle"] {
  const action = (): System["lifecycle"]["on_crash"] =>
    random.pick([
      "destroy",
      "restart",
      "rename-restart",
      "preserve",
      "coredump-destroy",
      "coredump-restart",
    ]);
  return compact<System["lifecycle"]>({
    on_poweroff: random.pick(["destroy", "restart", "preserve", "rename-restart"]),
    on_reboot: random.pick(["destroy", "restart", "preserve", "rename-restart"]),
    on_crash: action(),
    on_watchdog: maybe(random, 0.3, action),
    on_soft_reset: type === "hvm" ? maybe(random, 0.2, () => "soft-reset") : undefined,
  });
}

function randomScheduling(
  random: Random,
  { hardware }: Known,
  { onlyXen }: MachineWish,
): System["scheduling"] {
  const { cpu } = hardware;
  const count = cpu.max ?? cpu.count;
  const realtime = onlyXen && random.chance(0.1);
  return compact<System["scheduling"]>({
    weight: realtime ? undefined : maybe(random, 0.4, () => between(random, 1, 65_535)),
    cap: realtime ? undefined : maybe(random, 0.3, () => random.int(100 * count + 1)),
    pool: onlyXen ? maybe(random, 0.2, () => random.pick(["Pool-0", "fast"])) : undefined,
    hard_affinity: maybe(random, 0.2, () => affinity(random, count)),
    soft_affinity: onlyXen ? maybe(random, 0.1, () => affinity(random, count)) : undefined,
    realtime: realtime
      ? compact<NonNullable<System["scheduling"]["realtime"]>>({
          period: 10_000,
          budget: between(random, 10, 10_000),
          extratime: maybe(random, 0.5, () => boolean(random)),
        })
      : undefined,
  });
}

function affinity(random: Random, count: number): Affinity {
  if (random.chance(0.5)) return { all: cpuList(random) };
  return { each: random.times(count, () => cpuList(random)) };
}

function randomClock(random: Random, type: GuestType): NonNullable<System["clock"]> {
  return compact<NonNullable<System["clock"]>>({
    base: random.pick(["utc", "localtime"]),
    offset: type === "hvm" ? maybe(random, 0.3, () => random.int(100_000)) : undefined,
    tsc_mode: maybe(random, 0.3, () => random.pick(["default", "always_emulate", "native"])),
    timer_mode:
      type === "hvm"
        ? maybe(random, 0.3, () =>
            random.pick(["no_missed_ticks_pending", "one_missed_tick_pending"]),
          )
        : undefined,
  });
}

function randomFeatures(
  random: Random,
  type: GuestType,
  { onlyXen }: MachineWish,
): NonNullable<System["features"]> {
  const flag = (): boolean | undefined => maybe(random, 0.3, () => boolean(random));
  const ofPc = (): boolean | undefined => (type === "hvm" ? flag() : undefined);
  return compact<NonNullable<System["features"]>>({
    acpi: maybe(random, 0.2, () => true),
    acpi_s3: ofPc(),
    acpi_s4: ofPc(),
    acpi_laptop_slate: ofPc(),
    apic: ofPc(),
    pae: maybe(random, 0.2, () => (type === "hvm" ? true : undefined)),
    nx: ofPc(),
    hap: flag(),
    hpet: ofPc(),
    viridian:
      type === "hvm"
        ? maybe(random, 0.2, () =>
            random.pick([["defaults"], ["base", "freq"], ["defaults", "!stimer"]]),
          )
        : undefined,
    genid:
      type === "hvm" && onlyXen
        ? maybe(random, 0.2, () => random.pick(["generate", "none"]))
        : undefined,
  });
}
