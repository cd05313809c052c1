/** Which vmcs the extension for VS Code runs. */

import { describe, expect, it } from "vitest";
import { chooseProgram } from "../../editors/vscode/src/program.ts";

describe("the program that is run", () => {
  const usual = {
    path: "",
    bundled: "/x/vmcs.js",
    node: "/usr/bin/code",
    home: "/home/me",
    workspaceFolder: "/w",
  };

  it.each([
    ["the one that comes with it", {}, "/usr/bin/code", ["/x/vmcs.js"]],
    ["the one that a setting names", { path: " /opt/vmcs " }, "/opt/vmcs", []],
    ["one in somebody's home", { path: "~/bin/vmcs" }, "/home/me/bin/vmcs", []],
    ["one in the workspace", { path: `$\{workspaceFolder}/vmcs` }, "/w/vmcs", []],
    ["the one in PATH, if none comes with it", { bundled: undefined }, "vmcs", []],
  ])("is %s", (_, changes, command, args) => {
    expect(chooseProgram({ ...usual, ...changes })).toMatchObject({ command, args });
  });

  it("is told to be Node if it is the editor", () => {
    expect(chooseProgram(usual).env).toEqual({ ELECTRON_RUN_AS_NODE: "1" });
    expect(chooseProgram({ ...usual, path: "/opt/vmcs" }).env).toEqual({});
  });
});
