/** What `xl create -n` prints of a machine, without what libxl fills in by itself. */

export type Domain = { readonly [key: string]: unknown };
type Json = { [key: string]: unknown };

/** Both domains in terms that can be compared; identity that the first leaves open is open in both. */
export function sameTerms(before: Domain, after: Domain): readonly [Domain, Domain] {
  const first = copyOf(before);
  const second = copyOf(after);
  delete below(first, "c_info")["uuid"];
  delete below(second, "c_info")["uuid"];
  const [nics, others] = [listOf(first["nics"]), listOf(second["nics"])];
  for (const [index, nic] of nics.entries()) {
    if (nic["mac"] === undefined) delete others[index]?.["mac"];
  }
  return [completed(first), completed(second)];
}

function completed(domain: Json): Domain {
  const disks = listOf(domain["disks"]);
  disks.sort((a, b) => (String(a["vdev"]) < String(b["vdev"]) ? -1 : 1));
  for (const disk of disks) if (disk["pdev_path"] === "") delete disk["pdev_path"];
  const build = below(domain, "b_info");
  build["avail_vcpus"] ??= [0];
  build["max_vcpus"] ??= 1;
  const hvm = below(build, "type.hvm");
  if (hvm["altp2m"] === "True") {
    build["altp2m"] = "mixed";
    delete hvm["altp2m"];
  }
  if (Object.keys(hvm).length > 0) completeEmulated(hvm, build);
  for (const nic of listOf(domain["nics"])) completeNic(nic, Object.keys(hvm).length > 0);
  for (const frameBuffer of listOf(domain["vfbs"])) {
    completeVnc(below(frameBuffer, "vnc"));
    const sdl = below(frameBuffer, "sdl");
    if (sdl["enable"] === "False") delete sdl["enable"];
  }
  return domain;
}

function completeEmulated(hvm: Json, build: Json): void {
  completeVnc(below(hvm, "vnc"));
  if (hvm["gfx_passthru"] === "False") delete hvm["gfx_passthru"];
  listOf(below(build, "cpuid")["cpuid"]).sort((a, b) => Number(a["leaf"]) - Number(b["leaf"]));
  // QEMU has the bus if there is anything on it.
  if (hvm["usbdevice"] !== undefined || hvm["usbdevice_list"] !== undefined) hvm["usb"] = "True";
  if (hvm["soundhw"] === "") delete hvm["soundhw"];
  // One port is a text or a list of one.
  if (!Array.isArray(hvm["serial_list"]) || hvm["serial_list"].length !== 1) return;
  hvm["serial"] = hvm["serial_list"][0];
  delete hvm["serial_list"];
}

function completeVnc(vnc: Json): void {
  if (vnc["enable"] === "False") {
    for (const key of Object.keys(vnc)) if (key !== "enable") delete vnc[key];
    return;
  }
  vnc["enable"] ??= "True";
  vnc["listen"] ??= "127.0.0.1";
  vnc["findunused"] ??= "True";
  if (vnc["passwd"] === "") delete vnc["passwd"];
  const [, address, display] = /^([^:]*):([0-9]+)$/.exec(String(vnc["listen"])) ?? [];
  if (display === undefined) return;
  vnc["listen"] = address;
  vnc["display"] = Number(display);
}

function completeNic(nic: Json, isEmulated: boolean): void {
  if (!isEmulated) return;
  nic["nictype"] ??= "vif_ioemu";
  nic["model"] ??= nic["nictype"] === "vif_ioemu" ? "rtl8139" : undefined;
}

/** What stands at a key; an empty object that is not part of the whole where nothing does. */
function below(parent: Json, key: string): Json {
  const value = parent[key];
  return typeof value === "object" && value !== null ? (value as Json) : {};
}

function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? (value as Json[]) : [];
}

function copyOf(domain: Domain): Json {
  return JSON.parse(JSON.stringify(domain)) as Json;
}
