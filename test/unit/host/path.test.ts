import { posix } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  directoryOf,
  displayPath,
  extensionOf,
  fileNameOf,
  joinPath,
  normalizePath,
  relativePath,
} from "../../../src/host/path.ts";

const runs = { seed: 7 };
const names = fc.constantFrom("a", "b.pan", ".", "..", "", ".hidden", "...");
const paths = fc.array(names, { maxLength: 6 }).map((parts) => parts.join("/"));
const absolutePaths = paths.map((path) => `/${path}`);

describe("paths", () => {
  it("are normalized as Node does, but without trailing slashes", () => {
    fc.assert(
      fc.property(paths, (path) => {
        const normal = posix.normalize(path);
        expect(normalizePath(path)).toBe(normal === "/" ? "/" : normal.replace(/\/$/, ""));
      }),
      runs,
    );
  });

  it("are resolved as Node does", () => {
    fc.assert(
      fc.property(absolutePaths, paths, (directory, path) => {
        expect(joinPath(directory, path)).toBe(posix.resolve(directory, path));
      }),
      runs,
    );
  });

  it("lead from a directory to a path", () => {
    fc.assert(
      fc.property(absolutePaths, absolutePaths, (directory, path) => {
        expect(relativePath(directory, path)).toBe(posix.relative(directory, path) || ".");
        expect(joinPath(directory, relativePath(directory, path))).toBe(normalizePath(path));
      }),
      runs,
    );
  });

  it("have a directory, a name and an ending", () => {
    fc.assert(
      fc.property(paths, (path) => {
        expect(directoryOf(path)).toBe(posix.dirname(normalizePath(path)));
        expect(fileNameOf(path)).toBe(posix.basename(normalizePath(path)));
      }),
      runs,
    );
    expect(
      ["a.pan", "x/a.tar.gz", ".hidden", "a", "x.y/a", "/", "a/..", "a."].map(extensionOf),
    ).toEqual([".pan", ".gz", "", "", "", "", "", "."]);
  });

  it("are shown from the current directory if they are below it", () => {
    expect(displayPath("/home/ann", "/home/ann/site/vm.pan")).toBe("site/vm.pan");
    expect(displayPath("/home/ann", "/home/anna/vm.pan")).toBe("/home/anna/vm.pan");
    expect(displayPath("/home/ann", "/home/ann/..vm.pan")).toBe("..vm.pan");
    expect(displayPath("/home/ann", "vm.pan")).toBe("vm.pan");
    expect(displayPath("/home/ann", "")).toBe("");
  });
});
