/** The playground as somebody sees it who opens it in a browser. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildPlayground } from "../../scripts/playground/build.ts";
import { servePlayground } from "../../scripts/playground/serve.ts";
import { thoroughly } from "../support/runs.ts";
import { chromium, describeWith } from "../support/tool.ts";
import { Browser } from "./browser.ts";

const statusText = "document.querySelector('#status').textContent";
const resultText = "document.querySelector('#result').innerText";
const problemText = "document.querySelector('#problems').innerText";
const editorText = "document.querySelector('.cm-content').innerText";
const built = `${statusText}.includes(' ms')`;

describeWith(chromium, "the playground", () => {
  let folder: string;
  let server: Server;
  let url: string;
  let browser: Browser;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "vmcs-playground-"));
    await buildPlayground(folder);
    ({ url, server } = await servePlayground(folder, 0));
    browser = await Browser.open(chromium.find() ?? "");
    await browser.look(1280, 800, "light");
  }, 30_000);

  afterAll(async () => {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true });
  });

  /** A page without anything of the one before. */
  async function open(fragment = ""): Promise<void> {
    browser.complaints.length = 0;
    browser.requests.length = 0;
    await browser.goTo("about:blank");
    await browser.goTo(url + fragment);
    await browser.until(`document.readyState === 'complete' && ${built}`, 8_000, statusText);
  }

  async function choose(example: string): Promise<void> {
    await browser.evaluate(`(() => {
      ${statusText} = "";
      const select = document.querySelector("#example");
      select.value = ${JSON.stringify(example)};
      select.dispatchEvent(new Event("change"));
    })()`);
    await browser.until(built);
  }

  /** At the end of the text. */
  async function write(text: string): Promise<void> {
    await browser.evaluate("document.querySelector('.cm-content').focus()");
    await browser.press("End", 2);
    await browser.type(text);
  }

  it("builds an example, asks no other server, and obeys its own policy", async () => {
    const began = Date.now();
    await open();
    // Two seconds on a machine that does nothing else.
    expect(Date.now() - began).toBeLessThan(6_000);
    expect(await browser.evaluate(statusText)).toContain("1 profile, no problems");
    expect(browser.requests.filter((address) => !address.startsWith(url))).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });

  it("comes with the licences of the packages in it", () => {
    const notices = readFileSync(join(folder, "THIRD-PARTY-NOTICES.txt"), "utf8");
    for (const name of ["@codemirror/view", "chevrotain", "yaml"]) expect(notices).toContain(name);
  });

  it("shows what every platform gets", async () => {
    const expected = {
      skeleton: "<network",
      xen: 'name = "web1"',
      libvirt: "<domain",
      "cloud-init": "#cloud-config",
      rules: "nothing to add",
    };
    for (const [tab, text] of Object.entries(expected)) {
      await browser.click(`[data-tab="${tab}"]`);
      await browser.until(`${resultText}.includes(${JSON.stringify(text)})`, 2_000, resultText);
    }
  });

  it("says who wrote a line, and goes there", async () => {
    await browser.click('[data-tab="xen"]');
    await browser.until(`${resultText}.includes('name = ')`);
    await browser.evaluate(`(() => {
      const lines = [...document.querySelectorAll(".lines li")];
      lines.find((line) => line.textContent.startsWith("name =")).id = "wanted";
    })()`);
    await browser.click("#wanted");
    const why = "document.querySelector('#why').innerText";
    await browser.until(`${why}.includes("web-server.pan:15:1")`, 8_000, why);
    await browser.click("#why-text .place");
    await browser.until("document.activeElement.classList.contains('cm-content')");
    const line = "document.querySelector('.cm-activeLine').textContent";
    expect(await browser.evaluate(line)).toBe("'name' = 'web1';");
  });

  it("says who wrote a value of the tree, by keyboard alone", async () => {
    await browser.click('[data-tab="tree"]');
    await browser.evaluate("document.querySelector('.tree [tabindex=\"0\"]').focus()");
    for (const key of ["ArrowRight", "ArrowRight", "ArrowDown", "Enter"]) await browser.press(key);
    const why = "document.querySelector('#why').innerText";
    await browser.until(`${why}.includes("Why /hardware/cpu/")`, 4_000, why);
  });

  it("shows a mistake in the text and in the list, while it is typed", async () => {
    await choose("web-server");
    await write("\n'/hardware/memory/size' = 'much';\n");
    const mark = "document.querySelector('.cm-lintRange-error')";
    await browser.until(mark, 8_000, editorText);
    await browser.until(`${problemText}.includes("web-server.pan")`, 8_000, problemText);
    expect(await browser.evaluate(problemText)).toContain("cannot become a string");
    await browser.click('[data-tab="xen"]');
    await browser.until(`${resultText}.includes("There are errors")`);
  });

  it("completes, and lays out", async () => {
    await choose("web-server");
    await write("\n'/hardware/mem");
    await browser.press(" ", 2, "Space");
    const list = "document.querySelector('.cm-tooltip-autocomplete')?.innerText ?? ''";
    await browser.until(`(${list}).includes("memory")`, 8_000, list);
    await browser.press("Escape");
    await browser.type("ory/max'   =   9*GiB;");
    await browser.click("#format");
    await browser.until(
      `${editorText}.includes("'max' = 9 * GiB;") || ${editorText}.includes("'/hardware/memory/max' = 9 * GiB;")`,
      8_000,
      editorText,
    );
  });

  it("keeps what strangers put into a description from doing anything", async () => {
    const text = [
      '@documentation{ desc = <img src=x onerror="window.broken=1"> <b>bold</b> }',
      "object template <script>window.broken=1</script>;",
      "variable EVIL = '<img src=x onerror=window.broken=1>';",
      "'/a' = EVIL;",
    ].join("\n");
    const linked = {
      files: [{ name: "a.pan", text }],
      repositories: [],
      xenRelease: "4.17",
      main: "a.pan",
    };
    await open(await fragmentOf(linked));
    expect(await browser.evaluate("window.broken")).toBeUndefined();
    expect(await browser.evaluate(problemText)).not.toBe("");
  });

  thoroughly(() => {
    it("has the whole description in a link", async () => {
      await choose("rules/figure-2");
      await write("\n# Grüße, 世界\n");
      await browser.click("#share");
      await browser.until(
        "location.hash.length > 100 && document.querySelector('#status').textContent.includes('link')",
      );
      const fragment = await browser.evaluate<string>("location.hash");
      const names =
        "[...document.querySelectorAll('#file-tabs [role=tab]')].map((tab) => tab.textContent)";
      const before = await browser.evaluate(names);
      await open(fragment);
      expect(await browser.evaluate(names)).toEqual(before);
      expect(await browser.evaluate(editorText)).toContain("# Grüße, 世界");
      expect(await browser.evaluate(statusText)).toContain("no problems");
      // The language server knows the other files, too.
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect(
        await browser.evaluate("document.querySelectorAll('.cm-lintRange-error').length"),
      ).toBe(0);
    });

    it("calls a file like the template that was written into it", async () => {
      await choose("web-server");
      await browser.evaluate("document.querySelector('.cm-content').focus()");
      await browser.press("a", 2);
      await browser.type("object template database;\n\n'/a' = 1;\n");
      await browser.until(`${problemText}.includes("template-name-not-file")`, 8_000, problemText);
      await browser.click("#problems .mend");
      await browser.until(`${statusText}.startsWith("1 profile, no problems")`, 8_000, statusText);
      const tabs = "document.querySelector('#file-tabs').innerText";
      expect(await browser.evaluate(tabs)).toBe("database.pan");
      await choose("web-server");
    });

    it("tells what a name is", async () => {
      await choose("web-server");
      const at = await browser.evaluate<{ readonly x: number; readonly y: number }>(`(() => {
        const all = [...document.querySelectorAll(".cm-line span")];
        const { x, y, width, height } = all.find((one) => one.textContent === "GiB").getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      })()`);
      await browser.send("Input.dispatchMouseEvent", { type: "mouseMoved", ...at });
      const hover = "document.querySelector('.cm-lsp-hover-tooltip')?.innerText ?? ''";
      await browser.until(`(${hover}).includes("GiB")`, 8_000, hover);
    });

    it("fills the results with another example", async () => {
      await choose("compute-nodes");
      await browser.click('[data-tab="xen"]');
      const files = "document.querySelector('.files').innerText";
      await browser.until(`${files}.split('.cfg').length === 5`, 4_000, files);
    });

    it("shows what comes with vmcs, to be read", async () => {
      await browser.evaluate(`(() => {
        const select = document.querySelector("#library");
        select.value = "/templates/vmcs/vm.pan";
        select.dispatchEvent(new Event("change"));
      })()`);
      await browser.until(`${editorText}.includes("template vmcs/vm;")`);
      await write("# mine");
      expect(await browser.evaluate(editorText)).not.toContain("# mine");
      await browser.click("#file-tabs [role=tab]");
      await browser.until(`${editorText}.includes("object template")`);
    });

    it("mends, and keeps what there was while the description cannot be read", async () => {
      await choose("web-server");
      await write("\n'/hardware/memory/max/' = 9000;");
      const fix = "document.querySelector('.cm-lintRange-warning')";
      await browser.until(fix, 8_000, editorText);
      await browser.press("M", 10, "KeyM");
      const action = "document.querySelector('.cm-diagnosticAction')";
      await browser.until(action, 4_000, editorText);
      await browser.evaluate(`${action}.click()`);
      await browser.until(
        `${editorText}.includes("'/hardware/memory/max' = 9000;")`,
        4_000,
        editorText,
      );
      await write("\n'/x' = ;");
      await browser.until(`${resultText}.includes("this was made of it before")`);
      expect(await browser.evaluate("document.querySelectorAll('.tree, .lines').length")).toBe(1);
    });

    it("says what is wrong with a link, and works all the same", async () => {
      await browser.evaluate("location.hash = '#1=abcdef'");
      const notice = "document.querySelector('#notice').innerText";
      await browser.until(`${notice}.includes("This link is damaged")`);
      await open("#somewhere");
      expect(await browser.evaluate(notice)).toContain("not one of the playground");
      expect(await browser.evaluate(statusText)).toContain("1 profile");
    });

    it("does not keep the page waiting for 200 kB", async () => {
      const lines = Array.from(
        { length: 4_000 },
        (_, i) => `'/data/item${i}/value' = 'text number ${i}';`,
      );
      const text = `object template large;\n\n${lines.join("\n")}\n`;
      expect(text.length).toBeGreaterThan(150_000);
      const linked = {
        files: [{ name: "large.pan", text }],
        repositories: [],
        xenRelease: "4.17",
        main: "large.pan",
      };
      await open(await fragmentOf(linked));
      await browser.evaluate(`(() => {
        window.longest = 0;
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) {
            window.longest = Math.max(window.longest, duration);
          }
        }).observe({ entryTypes: ["longtask"] });
      })()`);
      for (let count = 0; count < 5; count++) await write(`\n'/more/n${count}' = ${count};`);
      await browser.until(`${statusText}.includes(' ms')`);
      await browser.evaluate("document.querySelector('.tree .row').click()");
      await new Promise((resolve) => setTimeout(resolve, 500));
      // How long the page could not have answered a key or a click, at worst, in milliseconds; a machine that does
      // nothing else needs a tenth of it.
      expect(await browser.evaluate<number>("window.longest")).toBeLessThan(1_500);
      const rows = "document.querySelectorAll('.tree [role=treeitem]').length";
      expect(await browser.evaluate(rows)).toBeLessThan(310);
      await browser.evaluate("document.querySelector('.tree .more').click()");
      await browser.until(`${rows} > 600`);
    });

    it("ends what never ends, and goes on", async () => {
      const inner =
        "j = 0; while (j < 9000) { k = 0; while (k < 9000) { k = k + 1; }; j = j + 1; };";
      const loop = `object template endless;\n'/a' = { i = 0; while (i < 9000) { ${inner} i = i + 1; }; i; };\n`;
      const linked = {
        files: [{ name: "endless.pan", text: loop }],
        repositories: [],
        xenRelease: "4.17",
        main: "endless.pan",
      };
      await browser.goTo("about:blank");
      await browser.goTo(url + (await fragmentOf(linked)));
      await browser.until("document.querySelector('#status')?.dataset.busy === ''");
      await browser.evaluate("document.querySelector('.cm-content').focus()");
      await browser.press("a", 2, "KeyA");
      await browser.type("object template endless;\n'/a' = 1;\n");
      await browser.until(`${statusText}.startsWith("1 profile, no problems")`, 10_000, statusText);
      // The language server has ended as well, and is there again.
      await write("\n'/b' = nothing;");
      await browser.until("document.querySelector('.cm-lintRange-error')", 15_000, editorText);
    });

    it("fits small screens", async () => {
      await browser.look(400, 800, "dark");
      await choose("web-server");
      const widths = "[document.documentElement.scrollWidth, window.innerWidth]";
      const [content = 0, seen = 0] = await browser.evaluate<number[]>(widths);
      expect(content).toBeLessThanOrEqual(seen);
      expect(await browser.evaluate("window.scrollY")).toBe(0);
      await browser.look(1280, 800, "light");
    });
  });

  async function fragmentOf(linked: object): Promise<string> {
    const { packLink } = await import("../../playground/page/link.ts");
    return packLink(linked as Parameters<typeof packLink>[0]);
  }
});
