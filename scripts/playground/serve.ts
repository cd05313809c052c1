/** A web server for a folder, on this machine only. */
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
};

/** Threads have a policy of their own, which comes with their program. */
const policy = "default-src 'none'; script-src 'self'";

/** Port 0 is any that is free. */
export async function servePlayground(
  folder: string,
  port: number,
): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const name = pathname === "/" ? "index.html" : pathname.slice(1);
    const type = types[extname(name)];
    const content =
      type === undefined || name.includes("/")
        ? undefined
        : await readFile(join(folder, name)).catch(() => undefined);
    if (type === undefined || content === undefined) {
      response.writeHead(404, { "content-type": "text/plain" }).end("There is no such file.\n");
      return;
    }
    const own = name === "worker.js" ? { "content-security-policy": policy } : {};
    const always = { "x-content-type-options": "nosniff", "cache-control": "no-cache" };
    response.writeHead(200, { "content-type": type, ...always, ...own }).end(content);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${actual}/`, server };
}
