/** The picture of the rooms of src. */

import { arrangeRooms, boxWidth, type Line, type RoomImports } from "./room-graph.ts";
import { beginSvg } from "./svg.ts";

const boxHeight = 30;
const rowHeight = 72;
const margin = 16;

const stylesheet = `
.sheet { fill: #ffffff; stroke: #d1d9e0 }
.room { fill: #f6f8fa; stroke: #59636e }
text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #1f2328; text-anchor: middle }
path { fill: none; stroke: #59636e; stroke-width: 1.2 }
@media (prefers-color-scheme: dark) {
  .sheet { fill: #0d1117; stroke: #3d444d } .room { fill: #151b23; stroke: #9198a1 }
  text { fill: #e6edf3 } path { stroke: #9198a1 }
}
`;

export function roomsSvg(imports: RoomImports): string {
  const { rows, lines } = arrangeRooms(imports);
  const half = Math.max(...rows.flat().map(({ x }) => Math.abs(x))) + boxWidth / 2;
  const width = Math.ceil(2 * (half + margin));
  const height = (rows.length - 1) * rowHeight + boxHeight + 2 * margin;
  const rowOf = new Map(rows.flatMap((row, index) => row.map((slot) => [slot, index] as const)));
  const middle = width / 2;
  const top = (index: number): number => margin + index * rowHeight;
  const title = "The folders of src: lines lead down to what a folder imports.";
  const svg = beginSvg(title, { width, height }, stylesheet);
  svg.ele("rect", { class: "sheet", x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 6 });
  for (const line of lines) svg.ele("path", { d: pathOf(line) });
  for (const [index, row] of rows.entries()) {
    for (const { room, x } of row) {
      if (room === undefined) continue;
      const left = round(middle + x - boxWidth / 2);
      svg.ele("rect", {
        class: "room",
        x: left,
        y: top(index),
        width: boxWidth,
        height: boxHeight,
        rx: 4,
      });
      svg.ele("text", { x: round(middle + x), y: top(index) + 20 }).txt(room);
    }
  }
  return `${svg.end({ headless: true })}\n`;

  function pathOf(line: Line): string {
    const points = line.map((slot) => ({
      x: round(middle + slot.x),
      y: top(rowOf.get(slot) ?? 0),
    }));
    const [first, ...others] = points;
    let d = `M${first?.x} ${(first?.y ?? 0) + boxHeight}`;
    let [lastX, lastY] = [first?.x ?? 0, (first?.y ?? 0) + boxHeight];
    for (const { x, y } of others) {
      const bend = (lastY + y) / 2;
      d += ` C${lastX} ${bend} ${x} ${bend} ${x} ${y}`;
      [lastX, lastY] = [x, y];
      if (others.at(-1)?.y === y) break;
      d += ` V${y + boxHeight}`;
      lastY = y + boxHeight;
    }
    return d;
  }
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
