/** Indentation: spaces, kept for the depths that occur often. */

const keptDepths = 64;

/** Gives the spaces for a depth, `width` of them for each level. */
export function indentation(width: number): (depth: number) => string {
  const kept = Array.from({ length: keptDepths }, (_, depth) => " ".repeat(depth * width));
  return (depth) => kept[depth] ?? " ".repeat(depth * width);
}
