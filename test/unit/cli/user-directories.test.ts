/** Where things are kept for a user. */

import { expect, it } from "vitest";
import { cacheDirectory, stateDirectory } from "../../../src/cli/user-directories.ts";

const host = (variables: Readonly<Record<string, string>>) => ({
  environment: (name: string): string | undefined => variables[name],
});

it.each([
  [{ HOME: "/home/me" }, "/home/me/.cache/vmcs"],
  [{ HOME: "/home/me", XDG_CACHE_HOME: "/var/cache/me" }, "/var/cache/me/vmcs"],
  [{ HOME: "/home/me", XDG_CACHE_HOME: "" }, "/home/me/.cache/vmcs"],
  // The specification has such a path ignored.
  [{ HOME: "/home/me", XDG_CACHE_HOME: "cache" }, "/home/me/.cache/vmcs"],
  [{ HOME: "" }, undefined],
  [{}, undefined],
])("with %j the cache is %s", (variables, directory) => {
  expect(cacheDirectory(host(variables))).toBe(directory);
});

it("keeps what is remembered apart from what can be made again", () => {
  expect(stateDirectory(host({ HOME: "/home/me" }))).toBe("/home/me/.local/state/vmcs");
});
