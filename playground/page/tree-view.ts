/**
 * A configuration as a tree to open and close, by mouse or by arrows. What is closed is not made before it is opened,
 * as some trees are large.
 */

import type { TreeNode } from "../messages.ts";
import { element } from "./element.ts";
import { focusItem } from "./focus.ts";

interface Entry {
  readonly node: TreeNode;
  readonly path: string;
  readonly depth: number;
}

export interface TreeView {
  readonly root: TreeNode;
  readonly label: string;
  /** Paths that are open; kept by whoever shows the tree again. */
  readonly open: Set<string>;
  /** How many children of a path are shown, where somebody has asked for more than at first. */
  readonly limits: Map<string, number>;
  readonly onPick: (path: string) => void;
}

export function treeView(view: TreeView): HTMLElement {
  const tree = element("ul", { role: "tree", class: "tree", "aria-label": view.label });
  const entries = new Map<HTMLElement, Entry>();
  const items = itemsOf(view.root, { path: "", depth: 0 }, view, entries);
  tree.append(...items);
  items[0]?.setAttribute("tabindex", "0");
  tree.addEventListener("click", ({ target }) => {
    const item = itemAt(target);
    if (item === undefined) return;
    focusItem(tree, item);
    const isSwitch = target instanceof Element && target.classList.contains("switch");
    if (isSwitch) toggle(item, view, entries);
    else pick(item, view, entries);
  });
  tree.addEventListener("keydown", (event) => {
    const item = itemAt(event.target);
    if (item !== undefined && key(event.key, item, tree, view, entries)) event.preventDefault();
  });
  return tree;
}

/** Of a long list the rest is shown when somebody asks for it. */
const mostItems = 300;

interface Parent {
  readonly path: string;
  readonly depth: number;
}

function itemsOf(
  { children = [] }: TreeNode,
  parent: Parent,
  view: TreeView,
  entries: Map<HTMLElement, Entry>,
  from = 0,
): readonly HTMLElement[] {
  const { path, depth } = parent;
  const next = Math.max(from + mostItems, view.limits.get(path) ?? 0);
  const items = children.slice(from, next).map((node) => {
    const entry = { node, path: `${path}/${node.key}`, depth: depth + 1 };
    const isBranch = node.children !== undefined && node.children.length > 0;
    const isOpen = isBranch && view.open.has(entry.path);
    const sign = element("span", { class: "switch", "aria-hidden": "true" });
    const item = element(
      "li",
      {
        role: "treeitem",
        tabindex: -1,
        "aria-level": entry.depth,
        "aria-expanded": isBranch ? String(isOpen) : undefined,
      },
      element(
        "div",
        { class: "row" },
        sign,
        element("span", { class: "key" }, node.key),
        element("span", { class: `value ${node.kind}` }, node.text),
      ),
    );
    entries.set(item, entry);
    if (isOpen) item.append(group(entry, view, entries));
    return item;
  });
  if (next >= children.length) return items;
  const row = element("div", { class: "row more" }, `and ${children.length - next} more`);
  const rest = element("li", { role: "treeitem", tabindex: -1, "aria-level": depth + 1 }, row);
  rest.addEventListener("vmcs-more", () => {
    view.limits.set(path, next + mostItems);
    const others = itemsOf({ children, key: "", text: "", kind: "" }, parent, view, entries, next);
    rest.replaceWith(...others);
    others[0]?.setAttribute("tabindex", "0");
    others[0]?.focus();
  });
  return [...items, rest];
}

function group(entry: Entry, view: TreeView, entries: Map<HTMLElement, Entry>): HTMLElement {
  return element("ul", { role: "group" }, ...itemsOf(entry.node, entry, view, entries));
}

function toggle(item: HTMLElement, view: TreeView, entries: Map<HTMLElement, Entry>): void {
  const entry = entries.get(item);
  const state = item.getAttribute("aria-expanded");
  if (entry === undefined || state === null) return;
  const opens = state === "false";
  item.setAttribute("aria-expanded", String(opens));
  if (opens) view.open.add(entry.path);
  else view.open.delete(entry.path);
  if (opens) item.append(group(entry, view, entries));
  else item.querySelector(":scope > ul")?.remove();
}

function pick(item: HTMLElement, view: TreeView, entries: Map<HTMLElement, Entry>): void {
  const entry = entries.get(item);
  if (entry === undefined) {
    item.dispatchEvent(new Event("vmcs-more"));
    return;
  }
  if (item.getAttribute("aria-expanded") === "false") toggle(item, view, entries);
  view.onPick(entry.path);
}

function itemAt(target: EventTarget | null): HTMLElement | undefined {
  const item = target instanceof Element ? target.closest("[role=treeitem]") : null;
  return item instanceof HTMLElement ? item : undefined;
}

/** What a key does, as the pattern for trees of ARIA says it; false for keys that do nothing. */
function key(
  name: string,
  item: HTMLElement,
  tree: HTMLElement,
  view: TreeView,
  entries: Map<HTMLElement, Entry>,
): boolean {
  const all = [...tree.querySelectorAll<HTMLElement>("[role=treeitem]")];
  const at = all.indexOf(item);
  const state = item.getAttribute("aria-expanded");
  const go = (to: HTMLElement | null | undefined): boolean => {
    if (to) focusItem(tree, to);
    return true;
  };
  switch (name) {
    case "ArrowDown":
      return go(all[at + 1]);
    case "ArrowUp":
      return go(all[at - 1]);
    case "Home":
      return go(all[0]);
    case "End":
      return go(all.at(-1));
    case "ArrowRight":
      if (state === "true") return go(all[at + 1]);
      toggle(item, view, entries);
      return true;
    case "ArrowLeft":
      if (state !== "true") return go(item.parentElement?.closest<HTMLElement>("[role=treeitem]"));
      toggle(item, view, entries);
      return true;
    case "Enter":
    case " ":
      pick(item, view, entries);
      return true;
    default:
      return false;
  }
}
