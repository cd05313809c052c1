/** A host as it is from another directory: relative paths are taken from there. */

import type { Host } from "../../host/host.ts";
import { joinPath } from "../../host/path.ts";

export function movedHost(base: Host, directory: string): Host {
  const resolve = (path: string): string => joinPath(directory, path);
  return {
    ...base,
    currentDirectory: directory,
    resolve,
    readText: (path) => base.readText(resolve(path)),
    readBytes: (path) => base.readBytes(resolve(path)),
    readGzip: (path) => base.readGzip(resolve(path)),
    readProblem: (path) => base.readProblem(resolve(path)),
    kind: (path) => base.kind(resolve(path)),
    realPath: (path) => base.realPath(resolve(path)),
    othersCanRead: (path) => base.othersCanRead(resolve(path)),
    stamp: (path) => base.stamp(resolve(path)),
    list: (path) => base.list(resolve(path)),
  };
}
