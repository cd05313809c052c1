/**
 * A browser without a window, driven over the protocol of its developer tools through two pipes: nothing else is needed
 * than the browser itself.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly exception?: { readonly description?: string } };
}

/** One page of a browser of its own. */
export class Browser {
  /** What the page has written to the console as errors, and what the browser has complained of. */
  readonly complaints: string[] = [];
  /** Addresses that were asked for. */
  readonly requests: string[] = [];
  private readonly child: ChildProcess;
  private readonly profile: string;
  private readonly output: Writable;
  private readonly waiting = new Map<number, (message: Message) => void>();
  private session: string | undefined;
  private lastId = 0;
  private rest = "";

  private constructor(program: string) {
    this.profile = mkdtempSync(join(tmpdir(), "vmcs-browser-"));
    const options = [
      ...["--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu"],
      ...["--no-first-run", "--disable-extensions", "--disable-background-networking"],
      ...["--disable-dev-shm-usage", `--user-data-dir=${this.profile}`],
    ];
    const stdio = ["ignore", "ignore", "ignore", "pipe", "pipe"] as const;
    this.child = spawn(program, options, { stdio: [...stdio] });
    this.output = this.child.stdio[3] as Writable;
    const input = this.child.stdio[4] as Readable;
    input.setEncoding("utf8");
    input.on("data", (text: string) => this.receive(text));
  }

  static async open(program: string): Promise<Browser> {
    const browser = new Browser(program);
    const { targetId } = await browser.send("Target.createTarget", { url: "about:blank" });
    const attached = await browser.send("Target.attachToTarget", { targetId, flatten: true });
    browser.session = String(attached["sessionId"]);
    for (const domain of ["Page", "Runtime", "Log", "Network"]) {
      await browser.send(`${domain}.enable`, {});
    }
    return browser;
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once("exit", resolve));
    this.session = undefined;
    void this.send("Browser.close", {});
    await ended;
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  async send(method: string, params: object): Promise<Readonly<Record<string, unknown>>> {
    const id = ++this.lastId;
    const session = this.session === undefined ? {} : { sessionId: this.session };
    const answer = new Promise<Message>((resolve) => this.waiting.set(id, resolve));
    this.output.write(`${JSON.stringify({ id, method, params, ...session })}\0`);
    const { result, error } = await answer;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result ?? {};
  }

  async goTo(url: string): Promise<void> {
    await this.send("Page.navigate", { url });
  }

  /** The value of an expression of the page. */
  async evaluate<Value = unknown>(expression: string): Promise<Value> {
    const options = { expression, returnByValue: true, awaitPromise: true };
    const answer = (await this.send("Runtime.evaluate", options)) as unknown as Evaluated;
    const { result, exceptionDetails } = answer;
    if (exceptionDetails !== undefined) {
      throw new Error(exceptionDetails.exception?.description ?? `cannot evaluate ${expression}`);
    }
    return result.value as Value;
  }

  /** Waits until an expression is true; tells what `shown` gives if it never is. */
  async until(expression: string, milliseconds = 8_000, shown = "''"): Promise<void> {
    const end = Date.now() + milliseconds;
    for (;;) {
      const isSo = await this.evaluate<boolean>(`Boolean(${expression})`).catch(() => false);
      if (isSo) return;
      if (Date.now() > end) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const state = await this.evaluate(shown).catch(String);
    throw new Error(`after ${milliseconds} ms still not true: ${expression}\n${String(state)}`);
  }

  /** Clicks the middle of an element, as a mouse does. */
  async click(selector: string): Promise<void> {
    const { x, y } = await this.evaluate<{ readonly x: number; readonly y: number }>(`(() => {
      const element = document.querySelector(${JSON.stringify(selector)});
      element.scrollIntoView({ block: "center" });
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x + Math.min(width / 2, 40), y: y + height / 2 };
    })()`);
    const at = { x, y, button: "left", clickCount: 1 };
    await this.send("Input.dispatchMouseEvent", { type: "mousePressed", ...at });
    await this.send("Input.dispatchMouseEvent", { type: "mouseReleased", ...at });
  }

  /** Text at the cursor, all at once. */
  async type(text: string): Promise<void> {
    await this.send("Input.insertText", { text });
  }

  async press(key: string, modifiers = 0, code = key): Promise<void> {
    const codes: Readonly<Record<string, number>> = { Enter: 13, End: 35, Home: 36, Tab: 9 };
    const virtual = codes[key] ?? (key.length === 1 ? key.toUpperCase().charCodeAt(0) : undefined);
    const event = { key, code, modifiers, windowsVirtualKeyCode: virtual ?? 0 };
    const text = key === "Enter" ? { text: "\r" } : {};
    await this.send("Input.dispatchKeyEvent", { type: "keyDown", ...event, ...text });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
  }

  /** A picture of what is seen, as PNG. */
  async screenshot(): Promise<Buffer> {
    const { data } = await this.send("Page.captureScreenshot", { format: "png" });
    return Buffer.from(String(data), "base64");
  }

  async look(width: number, height: number, colours: "light" | "dark"): Promise<void> {
    const size = { width, height, deviceScaleFactor: 1, mobile: false };
    await this.send("Emulation.setDeviceMetricsOverride", size);
    const features = [{ name: "prefers-color-scheme", value: colours }];
    await this.send("Emulation.setEmulatedMedia", { features });
  }

  private receive(text: string): void {
    const messages = (this.rest + text).split("\0");
    this.rest = messages.pop() ?? "";
    for (const message of messages) this.take(JSON.parse(message) as Message);
  }

  private take({ id, method, params = {}, ...answer }: Message): void {
    if (id !== undefined) {
      this.waiting.get(id)?.(answer);
      this.waiting.delete(id);
    } else if (method === "Network.requestWillBeSent") {
      const { url } = params["request"] as { readonly url: string };
      this.requests.push(url);
    } else if (method === "Runtime.exceptionThrown" || method === "Log.entryAdded") {
      this.complaints.push(JSON.stringify(params));
    } else if (method === "Runtime.consoleAPICalled" && params["type"] === "error") {
      this.complaints.push(JSON.stringify(params["args"]));
    }
  }
}
