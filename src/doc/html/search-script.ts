/**
 * The script of the pages: search, and nothing else. Without it all can be read, and reached from the lists.
 *
 * The index is loaded when somebody begins to search. What is found is ordered by how it matches: whole names, then
 * beginnings, then beginnings of parts, then anything inside, then words of the summary.
 */

export const searchScript = `"use strict";
(() => {
  const form = document.getElementById("search");
  const input = document.getElementById("query");
  const list = document.getElementById("results");
  const root = document.body.dataset.root;
  const most = 30;
  let active = -1;
  form.hidden = false;

  function load(then) {
    if (window.vmcsIndex) return then();
    if (load.waiting) return;
    load.waiting = true;
    const script = document.createElement("script");
    script.src = root + "search-index.js";
    script.onload = then;
    document.head.append(script);
  }

  function rank(name, summary, query) {
    const at = name.indexOf(query);
    if (name === query) return 0;
    if (at === 0) return 1;
    const last = name.slice(name.lastIndexOf("/") + 1);
    if (last === query) return 1;
    if (last.startsWith(query)) return 2;
    if (at > 0 && "/_-.".includes(name[at - 1])) return 3;
    if (at > 0) return 4;
    return summary.includes(query) ? 5 : -1;
  }

  function find(query) {
    const words = query.toLowerCase().split(" ").filter((word) => word !== "");
    if (words.length === 0) return [];
    const found = [];
    for (const entry of window.vmcsIndex.entries) {
      const name = entry[1].toLowerCase();
      const summary = entry[3].toLowerCase();
      const ranks = words.map((word) => rank(name, summary, word));
      if (!ranks.includes(-1)) found.push([Math.max(...ranks), name.length, entry]);
    }
    // The order of the index decides between equals.
    found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return found.slice(0, most).map((one) => one[2]);
  }

  function element(name, className, text) {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }

  function show() {
    const entries = find(input.value);
    active = -1;
    list.replaceChildren(
      ...entries.map(([kindNumber, name, page, summary], i) => {
        const [kind, anchor] = window.vmcsIndex.kinds[kindNumber];
        const place = anchor === null ? "" : "#" + encodeURI(anchor + name.replace(/\\s/g, "_")).replaceAll("#", "%23");
        const item = element("li", "", "");
        item.id = "result-" + i;
        item.setAttribute("role", "option");
        const link = element("a", "", "");
        link.href = root + window.vmcsIndex.pages[page] + place;
        link.tabIndex = -1;
        link.append(element("span", "kind", kind), element("code", "", name), element("small", "", summary));
        item.append(link);
        return item;
      }),
    );
    if (entries.length === 0 && input.value.trim() !== "") {
      list.append(element("li", "none", "Nothing is found."));
    }
    open(list.children.length > 0);
  }

  function open(isOpen) {
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) input.removeAttribute("aria-activedescendant");
  }

  function move(step) {
    const items = [...list.querySelectorAll("[role=option]")];
    if (items.length === 0) return;
    active = (active + step + items.length) % items.length;
    for (const [i, item] of items.entries()) item.setAttribute("aria-selected", String(i === active));
    input.setAttribute("aria-activedescendant", "result-" + active);
    items[active].scrollIntoView({ block: "nearest" });
  }

  input.addEventListener("focus", () => load(() => input.value && show()));
  input.addEventListener("input", () => load(show));
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(active < 0 ? 0 : -1);
    else if (event.key === "Escape") open(false);
    else return;
    event.preventDefault();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const items = list.querySelectorAll("[role=option] a");
    const chosen = items[Math.max(active, 0)];
    if (chosen) location.href = chosen.href;
    open(false);
  });
  document.addEventListener("click", (event) => {
    if (!form.contains(event.target) || event.target.closest("#results")) open(false);
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
  });

  // A folded part opens if the address leads into it, and all open for paper.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = target && target.closest("details");
    if (folded) folded.open = true;
  };
  addEventListener("hashchange", reveal);
  reveal();
  addEventListener("beforeprint", () => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
  });
})();
`;
