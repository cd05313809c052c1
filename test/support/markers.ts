/**
 * Places in the texts of a test: `«name»` is a point, `«name»…«/name»` a range. The texts are used without them.
 */

export interface MarkedRange {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

export interface MarkedTexts {
  /** Without the markers, by path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly markers: ReadonlyMap<string, MarkedRange>;
}

export function readMarkers(files: ReadonlyMap<string, string>): MarkedTexts {
  const texts = new Map<string, string>();
  const markers = new Map<string, MarkedRange>();
  for (const [path, marked] of files) {
    let text = "";
    let from = 0;
    for (const match of marked.matchAll(/«(\/?)([\w-]+)»/g)) {
      text += marked.slice(from, match.index);
      from = match.index + match[0].length;
      const [, slash, name = ""] = match;
      const start = slash === "/" ? (markers.get(name)?.start ?? text.length) : text.length;
      markers.set(name, { path, start, end: text.length });
    }
    texts.set(path, text + marked.slice(from));
  }
  return { texts, markers };
}
