/** A fixture of the road: a tree and the release of Xen, and what is built of them. */
import { readFileSync } from "node:fs";
import type { Dict } from "../../src/pan/tree/dict.ts";
import { type BuildResult, buildVm } from "../../src/pipeline/build.ts";
import { noSecrets } from "../../src/spawn/backend.ts";
import { fixturePath } from "../support/fixtures.ts";
import { readJsonTree } from "../support/read-json-tree.ts";
import { parseArchive } from "../support/txtar.ts";
import { locatePath } from "./place-source.ts";

export interface RoadFixture {
  /** Also the name of the profile. */
  readonly name: string;
  readonly root: Dict;
  readonly release: string;
}

export function readRoadFixture(file: string): RoadFixture {
  return parseRoadFixture(file, readFileSync(fixturePath(`road/${file}`), "utf8"));
}

export function parseRoadFixture(file: string, text: string): RoadFixture {
  const { files } = parseArchive(text);
  return {
    name: file.replace(/\.txtar$/, ""),
    root: readJsonTree(files.get("tree.json") ?? ""),
    release: (files.get("release") ?? "").trim(),
  };
}

export function buildFixture({ name, root, release }: RoadFixture): BuildResult {
  const digest = "sha256:0123abcd";
  const target = { backends: ["xen"], xenRelease: release, readSecret: noSecrets };
  return buildVm({ profileName: name, root, digest, target, locate: locatePath });
}
