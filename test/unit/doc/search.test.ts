/** The script of the pages, in a document that has just what the script touches. */

import { createContext, runInContext } from "node:vm";
import { beforeEach, describe, expect, it } from "vitest";
import { searchScript } from "../../../src/doc/html/search-script.ts";
import { writeSite } from "../../../src/doc/html/write-site.ts";
import { describeLibrary } from "../../../src/doc/library/describe-library.ts";

type Listener = (event: object) => void;

/** An element, as far as the script knows it. */
class FakeElement {
  hidden = true;
  value = "";
  textContent = "";
  className = "";
  id = "";
  href = "";
  src = "";
  tabIndex = 0;
  onload: (() => void) | undefined;
  readonly dataset = { root: "../" };
  readonly attributes = new Map<string, string>();
  readonly listeners = new Map<string, Listener>();
  children: FakeElement[] = [];

  append(...children: FakeElement[]): void {
    this.children.push(...children);
  }
  replaceChildren(...children: FakeElement[]): void {
    this.children = children;
  }
  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
  }
  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }
  addEventListener(name: string, listener: Listener): void {
    this.listeners.set(name, listener);
  }
  /** The only selectors are those of the results and their links. */
  querySelectorAll(selector: string): FakeElement[] {
    const options = this.children.filter((child) => child.attributes.get("role") === "option");
    return selector.endsWith(" a") ? options.flatMap((option) => option.children) : options;
  }
  scrollIntoView(): void {}
  fire(name: string, event: object = {}): void {
    this.listeners.get(name)?.({ preventDefault: () => {}, ...event });
  }
}

const text = `declaration template shop/types;
@{ number of a <port> }
type port = long;
@{ something that listens at a port }
type server = { 'port' ? port 'name' : string };
function is_port = true;
bind '/server' = server;
bind '/x/{/etc/a b#1}' = string;
`;
const files = [{ path: "/lib/shop/types.pan", text }];
const { library } = describeLibrary({ title: "Shop", files, dialect: "vmcs" });
const site = writeSite(library, { sourceUrl: undefined });
const index = site.find(({ name }) => name === "search-index.js")?.content ?? "";

describe("search", () => {
  let elements: Map<string, FakeElement>;
  let location: { href: string; hash: string };
  const element = (id: string): FakeElement => elements.get(id) as FakeElement;

  beforeEach(() => {
    elements = new Map(["search", "query", "results"].map((id) => [id, new FakeElement()]));
    location = { href: "", hash: "" };
    const document = Object.assign(new FakeElement(), {
      body: new FakeElement(),
      head: new FakeElement(),
      activeElement: { tagName: "BODY" },
      getElementById: (id: string) => elements.get(id) ?? null,
      createElement: () => new FakeElement(),
    });
    const context = createContext({ document, location, addEventListener: () => {} });
    runInContext("var window = globalThis;", context);
    // A script that is put into the page is run.
    document.head.append = (script) => {
      expect(script.src).toBe("../search-index.js");
      runInContext(index, context);
      script.onload?.();
    };
    runInContext(searchScript, context);
  });

  const search = (words: string): readonly string[] => {
    element("query").value = words;
    element("query").fire("input");
    return element("results").children.map(({ children: [link] }) => link?.href ?? "nothing");
  };

  it("shows itself, as it needs the script", () => {
    expect(element("search").hidden).toBe(false);
    expect(element("results").hidden).toBe(true);
  });

  it("finds whole names first, then parts, then words of summaries", () => {
    expect(search("port")).toEqual([
      "../templates/types.html#type-port",
      "../paths/root.html#/server/port",
      "../templates/types.html#function-is_port",
      "../templates/types.html#type-server",
      "../paths/root.html#/server",
    ]);
    expect(element("results").hidden).toBe(false);
  });

  it("wants all words, whatever their case", () => {
    expect(search("Server NAME")).toEqual(["../paths/root.html#/server/name"]);
    expect(search("no such thing")).toEqual(["nothing"]);
    expect(search(" ")).toEqual([]);
  });

  it("finds keys as they are written, and leads to where the page has them", () => {
    const [found] = search("/etc/a");
    expect(found).toBe("../paths/root.html#/x/%7B/etc/a_b%231%7D");
  });

  it("is used with keys alone", () => {
    search("port");
    element("query").fire("keydown", { key: "ArrowDown" });
    element("query").fire("keydown", { key: "ArrowDown" });
    expect(element("query").attributes.get("aria-activedescendant")).toBe("result-1");
    element("search").fire("submit");
    expect(location.href).toBe("../paths/root.html#/server/port");
    expect(element("query").attributes.get("aria-expanded")).toBe("false");
  });

  it("has an index of everything that has a name", () => {
    const lines = index.split("\n").filter((line) => line.startsWith("["));
    const names = lines.map((line) => JSON.parse(line.replace(/,$/, ""))[1] as string);
    expect(names).toEqual([
      ...["/server", "/server/name", "/server/port", "/x/{/etc/a b#1}"],
      ...["is_port", "port", "server", "shop/types"],
    ]);
  });
});
