/** The site of our own templates: nothing is lost on the way from the model to its documentation. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { writeSite } from "../../../src/doc/html/write-site.ts";
import { describeLibrary } from "../../../src/doc/library/describe-library.ts";
import { machineFacts } from "../../../src/doc/library/destinations.ts";
import { filesBelow, repositoryPath } from "../../support/repository.ts";
import { misplaced } from "./check-html.ts";
import { brokenLinks, unreachable } from "./check-links.ts";

const files = ["templates", "rules"].flatMap((folder) =>
  filesBelow(folder)
    .filter((file) => file.endsWith(".pan"))
    .map((file) => repositoryPath(`${folder}/${file}`))
    .map((path) => ({ path, text: readFileSync(path, "utf8") })),
);
const { library, diagnostics } = describeLibrary({ title: "vmcs", files, dialect: "vmcs" });

describe("our own templates", () => {
  it("are documented without a warning", () => {
    expect(diagnostics).toEqual([]);
  });

  it("give a site that hangs together", () => {
    const site = writeSite(library, { sourceUrl: undefined });
    expect(brokenLinks(site)).toEqual([]);
    expect(unreachable(site)).toEqual([]);
    const pages = site.filter(({ name }) => name.endsWith(".html"));
    expect(pages.flatMap(({ content }) => misplaced(content))).toEqual([]);
  });

  it("say of each path what it becomes in a skeleton", () => {
    const lost = library.paths.filter(
      ({ path, becomes }) => path.split("/").length > 2 && becomes.length === 0,
    );
    expect(lost.map(({ path }) => path)).toEqual([]);
  });

  it("say of keys and options of xl at which path they are", () => {
    const paths = new Map(library.paths.map((doc) => [doc.path, doc]));
    const told = (path: string): readonly string[] =>
      (paths.get(path)?.becomes ?? []).map(({ file, name }) => `${file} ${name}`);
    expect(told("/hardware/memory/size")).toEqual([
      "system.xml /system/hardware/memory/size",
      "xl.cfg memory",
    ]);
    expect(told("/storage/disks/*/format")).toEqual([
      "storage.xml /storage/disks/disk[@device]/format",
      "xl.cfg disk: format",
    ]);
    expect(paths.get("/hardware/memory/size")?.declarations[0]?.unit).toBe("MiB");
    // Each path that a table names is one of the templates.
    const known = [...machineFacts().keys()].filter((path) => path.split("/").length > 2);
    expect(known.filter((path) => !paths.has(path) && !isInPlainDict(path))).toEqual([]);
    function isInPlainDict(path: string): boolean {
      return paths.has(path.slice(0, path.lastIndexOf("/")));
    }
  });

  it("have structures that fit somewhere, but for packages of rule repositories", () => {
    const structures = library.templates.filter(
      ({ id, kind, writes }) =>
        kind === "structure" && id.startsWith("templates/") && writes.length > 0,
    );
    expect(structures.filter(({ fits }) => fits.length === 0).map(({ id }) => id)).toEqual([]);
  });
});
