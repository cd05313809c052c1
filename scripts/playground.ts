/**
 * The playground: a page with vmcs in it, in files that any web server can give out.
 *
 *   npm run playground                      builds dist-playground, and serves it on this machine
 *   npm run playground -- --port 8000       elsewhere than on port 8080
 *   npm run playground -- --build           only builds
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildPlayground } from "./playground/build.ts";
import { servePlayground } from "./playground/serve.ts";

const { values } = parseArgs({
  options: {
    build: { type: "boolean" },
    port: { type: "string", default: "8080" },
    outdir: { type: "string", default: join(import.meta.dirname, "../dist-playground") },
  },
});
const sizes = await buildPlayground(values.outdir);
for (const [name, size] of sizes) console.log(`${name.padEnd(16)} ${Math.ceil(size / 1024)} kB`);
if (values.build !== true) {
  try {
    const { url } = await servePlayground(values.outdir, Number(values.port));
    console.log(`The playground is at ${url}; Ctrl+C ends it.`);
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).replace(/\.+$/, "");
    console.error(
      `The playground cannot be served (${reason}). Another port can be named with --port.`,
    );
    process.exitCode = 2;
  }
}
