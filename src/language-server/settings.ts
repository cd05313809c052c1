/**
 * What the server goes by: project files, then the client's settings, then what holds for everybody.
 *
 * A project file has the last word, as the commands go by it as well; of what it leaves open the client's section
 * `vmcs` may say `dialect`, `includePath`, `rules`, `packages`, `packagedRules`, `lint`, `backends`, `xenRelease` as a
 * project file has them, and `lineWidth`. Relative paths are taken from the root.
 */

import { deepestAround } from "../editor/workspace/directories.ts";
import type { Scope, WorkspaceSettings } from "../editor/workspace/settings.ts";
import type { Host } from "../host/host.ts";
import { joinPath } from "../host/path.ts";
import { defaultWidth } from "../pan/formatter/format-template.ts";
import { defaultSettings, ruleSettings } from "../pan/linter/settings.ts";
import { findProjectFile, type ProjectSettings } from "../pipeline/project/find-project.ts";
import { checkedSettings, readProject } from "../pipeline/project/read-project.ts";

/** As `vmcs check` has it. */
const usualRelease = "4.17";
const [narrowest, widest] = [40, 400];

/** What a client says of a root, as far as it can be understood. */
export interface ClientSettings extends ProjectSettings {
  readonly lineWidth?: number;
}

export interface SettingsInput {
  readonly host: Pick<Host, "readText" | "kind">;
  readonly roots: readonly string[];
  /** Directories below the roots that have a project file. */
  readonly projects: Iterable<string>;
  readonly library: readonly string[];
  /** By root; `""` is what holds outside of all. */
  readonly client: ReadonlyMap<string, ClientSettings>;
}

export interface AllSettings {
  /** Where no root says anything. */
  readonly settings: WorkspaceSettings;
  readonly scopes: readonly Scope[];
}

/** A project file with mistakes counts as none; they are reported where the file is open. */
export function readSettings(input: SettingsInput): AllSettings {
  const { host, roots, projects } = input;
  const directories = [...new Set([...roots, ...projects])];
  const scopes = directories.map((directory) => {
    const file = findProjectFile(host, directory);
    const root = deepestAround(directory, roots) ?? roots[0] ?? "";
    return { directory, settings: settingsFrom(input, file, root) };
  });
  // A document outside of every root goes by the first one that has a project file, else by what its client says.
  const first = roots.find((root) => findProjectFile(host, root) !== undefined);
  const settings = scopes.find(({ directory }) => directory === first)?.settings;
  return { settings: settings ?? settingsFrom(input, undefined, roots[0] ?? ""), scopes };
}

/** Whatever a client sends: what is no setting, or no value of one, is left out. */
export function clientSettings(said: unknown): ClientSettings {
  if (typeof said !== "object" || said === null) return {};
  const { lineWidth, ...others } = said as Readonly<Record<string, unknown>>;
  const isWidth = typeof lineWidth === "number" && lineWidth >= narrowest && lineWidth <= widest;
  return { ...checkedSettings(others), ...(isWidth ? { lineWidth: Math.floor(lineWidth) } : {}) };
}

function settingsFrom(
  { host, library, client }: SettingsInput,
  file: string | undefined,
  root: string,
): WorkspaceSettings {
  const project = file === undefined ? undefined : readProject(host, file).project;
  const said = client.get(root) ?? client.get("") ?? {};
  const own = project?.settings ?? {};
  const paths = (name: "includePath" | "rules" | "packages"): readonly string[] => {
    const [directory, written] =
      own[name] === undefined ? [root, said[name]] : [project?.directory ?? root, own[name]];
    return (written ?? []).map((path) => joinPath(directory === "" ? "/" : directory, path));
  };
  const lint = { ...said.lint, ...own.lint };
  return {
    dialect: own.dialect ?? said.dialect ?? "vmcs",
    includePath: paths("includePath"),
    library,
    rules: paths("rules"),
    packages: paths("packages"),
    packagedRules: own.packagedRules ?? said.packagedRules ?? true,
    lint: ruleSettings(lint, defaultSettings).settings,
    target: {
      backends: own.backends ?? said.backends ?? ["xen"],
      xenRelease: own.xenRelease ?? said.xenRelease ?? usualRelease,
    },
    lineWidth: said.lineWidth ?? defaultWidth,
  };
}
