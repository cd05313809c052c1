/** Files that cloud-init writes, the environment among them. */

import type { SoftwareFile } from "../../vm/model/software.ts";
import type { CloudInitContext } from "./context.ts";
import { rpmKeys } from "./packages.ts";
import { isReadable, type YamlValue } from "./yaml.ts";

const environmentFile = "/etc/environment";

/** The part `write_files`; undefined where there is nothing to write. */
export function filesPart(ctx: CloudInitContext): YamlValue | undefined {
  const { software } = ctx.vm;
  const environment = environmentText(ctx);
  const plain = { owner: "root:root", permissions: "0644" };
  const entries = [
    ...(environment === undefined
      ? []
      : [fileEntry({ ...plain, path: environmentFile, content: environment })]),
    ...rpmKeys(ctx.vm).map((key) => fileEntry({ ...plain, ...key })),
    ...[...(software.files?.values() ?? [])].map(fileEntry),
  ];
  return entries.length === 0 ? undefined : entries;
}

/**
 * Files are written before users are made and packages are installed, unless they are deferred: those of other
 * owners must be, and those that add to what a package brings.
 */
function fileEntry({ path, content, owner, permissions, append }: SoftwareFile): YamlValue {
  const isDeferred = append === true || !/^root(:root)?$/.test(owner);
  return {
    path,
    owner,
    permissions: permissions.padStart(4, "0"),
    append: append === true ? true : undefined,
    defer: isDeferred ? true : undefined,
    ...(isReadable(content) ? { content } : { encoding: "b64", content: base64(content) }),
  };
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** Lines as pam_env(8) reads them: it has quotes around a value, but no escapes in it. */
function environmentText({ vm: { software }, report }: CloudInitContext): string | undefined {
  const variables = [...(software.environment ?? [])];
  for (const [name, value] of variables) {
    const character = /[\n\r#]/.exec(value)?.[0];
    if (character === undefined) continue;
    const shown = character === "#" ? "the character #" : "an end of line";
    report("cloud-init-environment-value", ["software", "environment", name], { shown });
  }
  for (const [name, { path }] of variables.length === 0 ? [] : (software.files ?? [])) {
    if (path !== environmentFile) continue;
    const place = ["software", "files", name];
    report("cloud-init-file-taken", [...place, "path"], {
      file: environmentFile,
      other: "/software/environment",
    });
  }
  return variables.length === 0
    ? undefined
    : variables.map(([name, value]) => `${name}="${value}"\n`).join("");
}
