/** The programs of dpkg, which every Debian has. */
import { existsSync } from "node:fs";
import type { Tool } from "../../../support/tool.ts";

export const dpkgTool = systemTool("dpkg", "/usr/bin/dpkg");
export const dpkgQueryTool = systemTool("dpkg-query", "/usr/bin/dpkg-query");
export const shellTool = systemTool("sh", "/bin/sh");

function systemTool(name: string, path: string): Tool {
  return {
    name,
    find: () => (existsSync(path) ? path : undefined),
    remedy: "these tests need a Debian",
    wantedInCi: () => false,
  };
}
