/** What is wrong, each with its place and what to do. */

import type { Place, Problem } from "../messages.ts";
import { button, element } from "./element.ts";

/** More at once help nobody. */
const mostProblems = 100;

export interface ProblemEvents {
  readonly onPlace: (place: Place) => void;
  /** A file is to be called like its template; left out where no file can be at fault. */
  readonly onRename?: (file: string) => void;
}

export function problemList(problems: readonly Problem[], events: ProblemEvents): HTMLElement {
  const shown = problems.slice(0, mostProblems);
  const rest = problems.length - shown.length;
  const list = element("ul", { class: "problems" });
  list.append(...shown.map((problem) => item(problem, events)));
  if (rest > 0) list.append(element("li", { class: "more" }, `and ${rest} more`));
  return list;
}

function item(
  { severity, code, message, help, place, related }: Problem,
  { onPlace, onRename }: ProblemEvents,
): HTMLElement {
  const isMisplaced = code === "template-name-not-file" && onRename !== undefined;
  return element(
    "li",
    { class: severity },
    element(
      "p",
      {},
      element("strong", { class: "severity" }, severity),
      " ",
      placeButton(place, onPlace),
      place === undefined ? undefined : " ",
      message,
      element("span", { class: "code" }, ` ${code}`),
    ),
    help === undefined ? undefined : element("p", { class: "help" }, help),
    isMisplaced && place !== undefined
      ? button("Call the file like its template", { class: "mend" }, () => onRename(place.file))
      : undefined,
    ...related.map((one) =>
      element("p", { class: "related" }, placeButton(one.place, onPlace), ` ${one.message}`),
    ),
  );
}

function placeButton(place: Place | undefined, onPlace: (place: Place) => void) {
  if (place === undefined) return undefined;
  const { file, line, column } = place;
  return button(`${file}:${line}:${column}`, { class: "place" }, () => onPlace(place));
}

/** `2 errors, 1 warning`; the empty text if there is nothing. */
export function countProblems(problems: readonly Problem[]): string {
  const names = { error: "error", warning: "warning", info: "note" } as const;
  const counts = (["error", "warning", "info"] as const).map((severity) => {
    const count = problems.filter((one) => one.severity === severity).length;
    return count === 0 ? "" : `${count} ${names[severity]}${count === 1 ? "" : "s"}`;
  });
  return counts.filter((text) => text !== "").join(", ");
}
