/** How every picture begins. */

import { create } from "xmlbuilder2";
import type { XMLBuilder } from "xmlbuilder2/lib/interfaces.js";

/** A drawing of a size in pixels; `title` is what is told to those who do not see it. */
export function beginSvg(
  title: string,
  { width, height }: { readonly width: number; readonly height: number },
  stylesheet: string,
): XMLBuilder {
  const viewBox = `0 0 ${width} ${height}`;
  const svg = create().ele("svg", {
    xmlns: "http://www.w3.org/2000/svg",
    viewBox,
    width,
    height,
    role: "img",
  });
  svg.ele("title").txt(title);
  svg.ele("style").txt(stylesheet);
  return svg;
}
