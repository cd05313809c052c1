/** Ten requests and what apt would install for them on an empty system. */
import type { PackageSource } from "../../src/rules/repository/package-source.ts";
import { type Resolved, resolve } from "../../src/rules/resolve/resolve.ts";
import { asking, run } from "./tools.ts";

const requests = [
  "openssh-server",
  "nginx",
  "postgresql",
  "build-essential",
  "default-jdk",
  "python3-scipy",
  "gnome-core",
  "kde-full",
  "texlive-full libreoffice",
  "gnome kde-full libreoffice texlive-full postgresql default-jdk build-essential",
];

/**
 * Sets may differ in one way only: apt takes the first of some alternatives as soon as it meets them, even if another
 * one comes in later, which alone would do. Every other difference fails.
 */
export function compareRequests(source: PackageSource): boolean {
  let isSolved = true;
  for (const request of requests) {
    const words = request.split(" ");
    resolve(asking(source, words));
    const start = performance.now();
    const resolution = resolve(asking(source, words));
    const time = (performance.now() - start).toFixed(1);
    if (resolution.kind !== "resolved") {
      console.log(`${request}: ${resolution.kind}`);
      isSolved = false;
      continue;
    }
    const own = new Set(resolution.packages.map(({ name, version }) => `${name} ${version}`));
    const theirs = installedByApt(words);
    if (theirs === undefined) {
      console.log(`${request}: ${own.size} packages, ${time} ms warm; apt-get is not here`);
      continue;
    }
    const more = [...own].filter((one) => !theirs.has(one));
    const less = [...theirs].filter((one) => !own.has(one));
    const same = more.length + less.length === 0 ? "the same as apt's" : "";
    console.log(`${request}: ${own.size} packages, ${time} ms warm ${same}`.trimEnd());
    if (more.length > 0) console.log(`  only ours: ${more.join(", ")}`);
    const unexplained = less.filter((one) => !isExplained(source, resolution, one));
    if (unexplained.length > 0) console.log(`  only apt's: ${unexplained.join(", ")}`);
    isSolved &&= more.length + unexplained.length === 0;
  }
  return isSolved;
}

/** Shows what needs one of the alternatives that apt took, and which of them is in our result anyway. */
function isExplained(
  source: PackageSource,
  { packages, built: { universe } }: Resolved,
  surplus: string,
): boolean {
  const chosen = new Set(packages.map(({ atom }) => atom));
  const [taken = ""] = surplus.split(" ");
  for (const { atom, name } of packages) {
    for (const { strength, anyOf } of source.requirementsOf(atom)) {
      if (strength !== "requires" || !anyOf.some((constraint) => constraint.name === taken))
        continue;
      const there = anyOf.flatMap((one) => universe.candidates(one)).find((one) => chosen.has(one));
      if (there === undefined) continue;
      const wanted = anyOf.map((constraint) => constraint.name).join(" | ");
      console.log(`  only apt's: ${surplus}: ${name} needs ${wanted}`);
      console.log(`    and ${universe.packageName(there)} is there anyway`);
      return true;
    }
  }
  return false;
}

function installedByApt(names: readonly string[]): ReadonlySet<string> | undefined {
  const options = ["-s", "--no-install-recommends", "-o", "Dir::State::status=/dev/null"];
  const output = run("apt-get", [...options, "install", ...names]);
  if (output === undefined) return undefined;
  return new Set(
    [...output.matchAll(/^Inst (\S+?)(?::\w+)? \((\S+)/gm)].map(
      ([, name, version]) => `${name} ${version}`,
    ),
  );
}
