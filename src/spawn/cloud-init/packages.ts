/** Packages and where they come from, in the words of cloud-init. */

import type { VmModel } from "../../vm/model/model.ts";
import type { Package, Repository } from "../../vm/model/software.ts";
import type { YamlValue } from "./yaml.ts";

/** What apt is to install: `name=version`, the version as Debian writes it. */
function aptPackage(key: string, wanted: Package): string {
  const name = wanted.name ?? key;
  const version = aptVersion(wanted);
  return version === undefined ? name : `${name}=${version}`;
}

/**
 * Version and release of the packager together; undefined where any version will do. Of a version alone any release
 * is meant, and apt, which compares the whole, is asked for what begins so.
 */
function aptVersion({ version, release }: Package): string | undefined {
  if (version === undefined) return undefined;
  if (release !== undefined) return `${version}-${release}`;
  return version.includes("-") ? version : `${version}*`;
}

/** The packages that the image does not have. */
export function packagesToInstall({ software }: VmModel): readonly string[] {
  return [...(software.packages ?? [])]
    .filter(([, { imported }]) => !imported)
    .map(([key, wanted]) => aptPackage(key, wanted));
}

/** The packages that the image is to have. */
export function packagesOfImage({ software }: VmModel): readonly string[] {
  return [...(software.packages ?? [])]
    .filter(([, { imported }]) => imported)
    .map(([key, wanted]) => aptPackage(key, wanted));
}

/** The part `apt`; undefined where there are no repositories of Debian's kind. */
export function aptPart({ software }: VmModel): YamlValue | undefined {
  const sources = repositories(software.repositories, "deb").map(([name, repository]) => {
    const { key } = repository;
    const entry = { source: aptSource(repository), ...(key === undefined ? {} : { key }) };
    // apt ignores files whose names have other characters.
    return [`${name.replaceAll("+", "_")}.list`, entry] as const;
  });
  if (sources.length === 0) return undefined;
  // Without this cloud-init would write the list of the image's own repositories anew.
  return { preserve_sources_list: true, sources: Object.fromEntries(sources) };
}

/** cloud-init puts the path of the key where `$KEY_FILE` stands, and would take any other dollar for such a name. */
function aptSource({ url, suite = "", components = [], key }: Repository): string {
  const options = key === undefined ? [] : ["[signed-by=$KEY_FILE]"];
  return ["deb", ...options, url.replaceAll("$", "%24"), suite, ...components].join(" ");
}

/** The part `yum_repos`; undefined where there are no repositories of that kind. */
export function yumPart({ software }: VmModel): YamlValue | undefined {
  const entries = repositories(software.repositories, "rpm").map(([name, { url, key }]) => {
    const check = key === undefined ? {} : { gpgkey: `file://${rpmKeyFile(name)}` };
    return [name, { name, baseurl: url, enabled: true, gpgcheck: key !== undefined, ...check }];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** Files with the keys of repositories that are told of them by a path. */
export function rpmKeys({ software }: VmModel): readonly { path: string; content: string }[] {
  return repositories(software.repositories, "rpm").flatMap(([name, { key }]) =>
    key === undefined ? [] : [{ path: rpmKeyFile(name), content: key }],
  );
}

function rpmKeyFile(name: string): string {
  return `/etc/pki/rpm-gpg/RPM-GPG-KEY-${name}`;
}

function repositories(
  all: ReadonlyMap<string, Repository> | undefined,
  type: Repository["type"],
): readonly (readonly [string, Repository])[] {
  return [...(all ?? [])].filter(([, repository]) => repository.type === type);
}
