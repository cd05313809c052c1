/** A row of tabs, as screen readers and keyboards know them: arrows go from one to the next. */

import { button, element } from "./element.ts";

export interface Tab {
  readonly id: string;
  readonly label: string;
  /** A word or number that is shown behind the label. */
  readonly mark?: string | undefined;
}

export interface TabRow {
  readonly list: HTMLElement;
  /** The element that shows what a tab is about. */
  readonly panel: HTMLElement;
  readonly onSelect: (id: string) => void;
}

export function showTabs(
  { list, panel, onSelect }: TabRow,
  tabs: readonly Tab[],
  selected: string,
) {
  const hadFocus = list.contains(document.activeElement);
  const made = tabs.map(({ id, label, mark }) => {
    const isSelected = id === selected;
    const tab = button(
      mark === undefined ? label : `${label} `,
      {
        role: "tab",
        id: `${list.id}-${id}`,
        "aria-selected": String(isSelected),
        "aria-controls": panel.id,
        tabindex: isSelected ? 0 : -1,
        "data-tab": id,
      },
      () => onSelect(id),
    );
    if (mark !== undefined) tab.append(element("span", { class: "badge" }, mark));
    return tab;
  });
  list.replaceChildren(...made);
  const current = made.find((tab) => tab.dataset["tab"] === selected);
  if (current !== undefined) panel.setAttribute("aria-labelledby", current.id);
  if (hadFocus) current?.focus();
  if (current !== undefined) bringIntoView(list, current);
  list.onkeydown = (event) => {
    const next = neighbour(tabs, selected, event.key);
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next);
  };
}

/** Moves the row alone, never the page. */
function bringIntoView(list: HTMLElement, { offsetLeft, offsetWidth }: HTMLElement): void {
  const start = offsetLeft - list.offsetLeft;
  const end = start + offsetWidth - list.clientWidth;
  list.scrollLeft = Math.min(Math.max(list.scrollLeft, end), start);
}

function neighbour(tabs: readonly Tab[], selected: string, key: string): string | undefined {
  const at = tabs.findIndex(({ id }) => id === selected);
  const count = tabs.length;
  switch (key) {
    case "ArrowRight":
      return tabs[(at + 1) % count]?.id;
    case "ArrowLeft":
      return tabs[(at - 1 + count) % count]?.id;
    case "Home":
      return tabs[0]?.id;
    case "End":
      return tabs[count - 1]?.id;
    default:
      return undefined;
  }
}
