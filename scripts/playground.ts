/** The playground: a page with vmcs in it, in files that any web server can give out. `--help` says how. */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildPlayground } from "./playground/build.ts";
import { servePlayground } from "./playground/serve.ts";

const usage = `The playground: a page with vmcs in it, in files that any web server can give out.

  npm run playground                      builds dist-playground, and serves it on this machine
  npm run playground -- --port 8000       elsewhere than on port 8080
  npm run playground -- --build           only builds
  npm run playground -- --outdir FOLDER   builds into another folder
`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      help: { type: "boolean", short: "h" },
      build: { type: "boolean" },
      port: { type: "string", default: "8080" },
      outdir: { type: "string", default: join(import.meta.dirname, "../dist-playground") },
    },
  });
  if (!/^\d{1,5}$/.test(values.port)) throw new Error(`'${values.port}' is no port.`);
  return values;
}

/** Undefined if it was not understood. */
function understood(): ReturnType<typeof readOptions> | undefined {
  try {
    return readOptions();
  } catch (error) {
    console.error(`${reasonOf(error)}\n\n${usage}`);
    process.exitCode = 2;
    return undefined;
  }
}

async function run({ outdir, port, build }: ReturnType<typeof readOptions>): Promise<void> {
  const sizes = await buildPlayground(outdir);
  for (const [name, size] of sizes) console.log(`${name.padEnd(16)} ${Math.ceil(size / 1024)} kB`);
  if (build === true) return;
  try {
    const { url } = await servePlayground(outdir, Number(port));
    console.log(`The playground is at ${url}; Ctrl+C ends it.`);
  } catch (error) {
    const reason = reasonOf(error).replace(/\.+$/, "");
    console.error(
      `The playground cannot be served (${reason}). Another port can be named with --port.`,
    );
    process.exitCode = 2;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const options = understood();
if (options?.help === true) console.log(usage);
else if (options !== undefined) await run(options);
