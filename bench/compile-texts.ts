/** Compiles templates that are texts in memory; what is wrong with them is a mistake of the benchmark. */

import { type CompiledProfile, compile } from "../src/pan/compiler/compile.ts";
import { Dict } from "../src/pan/tree/dict.ts";

/** Text of each template by the name of its file; every object template among them is built. */
export function compileTexts(
  texts: ReadonlyMap<string, string>,
  onProfile: (profile: CompiledProfile) => void = () => {},
): void {
  const { diagnostics } = compile({
    host: {
      readText: (path) => texts.get(path.slice(1)),
      readGzip: () => undefined,
      list: () => [...texts.keys()],
      kind: (path) => (texts.has(path.slice(1)) ? "file" : "missing"),
    },
    files: [...texts].flatMap(([name, text]) => (text.startsWith("object") ? [`/${name}`] : [])),
    options: {
      dialect: "pan",
      includePath: ["/"],
      maxIteration: 1_000_000,
      maxRecursion: 50,
      deprecationWarnings: "on",
      initialData: new Dict(),
      debugs: () => false,
      build: true,
    },
    print: () => {},
    onProfile,
  });
  const [problem] = diagnostics;
  if (problem !== undefined) throw new Error(problem.message);
}
