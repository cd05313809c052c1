/**
 * Makes dist-vscode/vmcs-VERSION.vsix: the extension of editors/vscode, and the command with all that it reads.
 *
 *   npm run package:vscode [-- DIRECTORY]
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { packageExtension } from "./vscode/package-extension.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const outdir = resolve(process.argv[2] ?? join(root, "dist-vscode"));

/** The program is bundled anew, as what lies in dist may be older than its sources. */
const built = join(root, "node_modules/.cache/vmcs/vscode-server", String(process.pid));

try {
  execFileSync(process.execPath, [join(root, "scripts/build.mjs"), built], { stdio: "inherit" });
  const { manifest, archive, size } = await packageExtension(root, { built, level: 9 });
  mkdirSync(outdir, { recursive: true });
  const file = join(outdir, `vmcs-${manifest.version}.vsix`);
  writeFileSync(file, archive);
  const megabytes = (archive.length / 1e6).toFixed(1);
  console.log(`${relative(process.cwd(), file)}: ${size} files, ${megabytes} MB`);
} finally {
  rmSync(built, { recursive: true, force: true });
}
