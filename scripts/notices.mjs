/** The licences of what is bundled: whoever gives a bundle away gives these with it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const noticesFile = "THIRD-PARTY-NOTICES.txt";

/**
 * A text with the licence of every package that files come from, as a bundler names them: by paths below `root`.
 * Packages with the same licence text stand together.
 *
 * @param {string} root
 * @param {Iterable<string>} files
 */
export function noticesOf(root, files) {
  const directories = new Set([...files].flatMap((path) => packageOf(path) ?? []));
  /** @type {Map<string, string[]>} */
  const byText = new Map();
  for (const directory of [...directories].sort()) {
    const { name, version, license } = JSON.parse(
      readFileSync(join(root, directory, "package.json"), "utf8"),
    );
    const text = licenceTexts(join(root, directory));
    if (text === "") throw new Error(`${name} ${version} has no licence that could be given on.`);
    const named = byText.get(text) ?? [];
    byText.set(text, [...named, `${name} ${version} (${license})`]);
  }
  const parts = [...byText].map(([text, names]) => `${names.join("\n")}\n\n${text}\n`);
  return ["These packages are part of this program.\n", ...parts].join(`\n${"-".repeat(80)}\n\n`);
}

/** The deepest package that a file lies in; undefined for files of our own. */
function packageOf(path) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
}

/** What packages say of others that are in them belongs to it. */
function licenceTexts(directory) {
  return readdirSync(directory)
    .filter((name) => /^(?:licen[cs]e|copying|notice|third-?party-?notices?)\b/i.test(name))
    .sort()
    .map((name) => readFileSync(join(directory, name), "utf8").replaceAll("\r\n", "\n").trim())
    .join("\n\n");
}
