/** A file's lines, each of which can be picked, by mouse or by arrows and Enter. */

import { element } from "./element.ts";
import { focusItem } from "./focus.ts";

export interface LinesView {
  readonly text: string;
  readonly label: string;
  readonly onPick: (line: number) => void;
}

export function linesView({ text, label, onPick }: LinesView): HTMLElement {
  const list = element("ol", { class: "lines", role: "listbox", "aria-label": label });
  const lines = text.replace(/\n$/, "").split("\n");
  list.append(
    ...lines.map((line, index) =>
      element(
        "li",
        { role: "option", tabindex: index === 0 ? 0 : -1, "aria-selected": "false" },
        line === "" ? " " : line,
      ),
    ),
  );
  const focus = (to: Element | null | undefined): void => {
    if (to instanceof HTMLElement) focusItem(list, to);
  };
  const pick = (item: Element): void => {
    list.querySelector("[aria-selected='true']")?.setAttribute("aria-selected", "false");
    item.setAttribute("aria-selected", "true");
    focus(item);
    onPick([...list.children].indexOf(item) + 1);
  };
  list.addEventListener("click", ({ target }) => {
    // Whoever selects text wants to copy it.
    if (window.getSelection()?.isCollapsed === false) return;
    const item = target instanceof Element ? target.closest("li") : null;
    if (item !== null) pick(item);
  });
  list.addEventListener("keydown", (event) => {
    const item = event.target instanceof Element ? event.target.closest("li") : null;
    if (item === null) return;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => focus(item.nextElementSibling),
      ArrowUp: () => focus(item.previousElementSibling),
      Home: () => focus(list.firstElementChild),
      End: () => focus(list.lastElementChild),
      Enter: () => pick(item),
      " ": () => pick(item),
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    move();
  });
  return list;
}
