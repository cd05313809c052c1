/** Of the items of a list one is on the way of the Tab key; arrows go to the others. */

export function focusItem(list: HTMLElement, item: HTMLElement): void {
  list.querySelector("[tabindex='0']")?.setAttribute("tabindex", "-1");
  item.setAttribute("tabindex", "0");
  item.focus();
}
