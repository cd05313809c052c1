/** The table of diagnostics keeps its own rules, and its page is up to date. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { renderDiagnosticsPage } from "../../scripts/diagnostics/render-diagnostics-page.ts";
import { definitions } from "../../src/diagnostics/codes.ts";
import type { Definition } from "../../src/diagnostics/definition.ts";
import { type Diagnostic, diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { noSpan } from "../../src/text/span.ts";
import { fixturePath } from "../support/fixtures.ts";
import { filesBelow, repositoryPath } from "../support/repository.ts";

const table: readonly (readonly [string, Definition])[] = Object.entries(definitions);
const hole = /\{(\w+)\}/g;

describe("the table of diagnostics", () => {
  it("has codes in kebab-case, and ids of lint rules as panlint writes them", () => {
    const isCode = /^([a-z][a-z0-9]*(-[a-z0-9]+)*|[A-Z]{2}[0-9]{3})$/;
    expect(
      codesWhere(([code]) => !isCode.test(code)),
      "Rename the code",
    ).toEqual([]);
  });

  it("has each code once", () => {
    const sources = filesBelow("src/diagnostics/codes").map((file) =>
      readFileSync(repositoryPath(`src/diagnostics/codes/${file}`), "utf8"),
    );
    const written = sources.flatMap((text) =>
      [...text.matchAll(/^ {2}"?([\w-]+)"?: \{$/gm)].map(([, code]) => code),
    );
    const known = table.map(([code]) => code).toSorted();
    expect(written.toSorted(), "List the file in src/diagnostics/codes.ts").toEqual(known);
  });

  it("has messages that are sentences, or end with what someone else says", () => {
    const isSentence = (text: string): boolean =>
      /[.?]$/.test(text) || /\{(cause|message|problem)\}$/.test(text);
    const open = codesWhere(([, { message }]) => !isSentence(message));
    expect(open, "End the message with a full stop").toEqual([]);
    const openHelp = codesWhere(([, { help }]) => help !== undefined && !/[.?]$/.test(help));
    expect(openHelp, "End the help with a full stop").toEqual([]);
  });

  it("has explanations that say more than the message", () => {
    const says = ([, { explanation, message }]: (typeof table)[number]): boolean =>
      explanation.length > 50 && !explanation.includes(message);
    const advice = "Say in the explanation when it arises and why, in other words than the message";
    expect(
      codesWhere((entry) => !says(entry)),
      advice,
    ).toEqual([]);
  });

  it("has holes that a call site can fill, and does", () => {
    for (const [code, { message, help = "" }] of table) {
      const names = [...`${message}${help}`.matchAll(hole)].map(([, name = ""]) => name);
      const args = Object.fromEntries(names.map((name) => [name, `<${name}>`]));
      const made = makeDiagnostic(code, args);
      expect(`${made.message}${made.help ?? ""}`).toBe(`${message}${help}`.replace(hole, "<$1>"));
    }
  });

  it("has a page that is up to date (npm run docs writes it)", () => {
    const shown = (code: string): string | undefined => {
      const golden = fixturePath(`diagnostics/${code}.out`);
      return existsSync(golden) ? readFileSync(golden, "utf8") : undefined;
    };
    const page = readFileSync(repositoryPath("docs/diagnostics.md"), "utf8");
    const isFresh = page === renderDiagnosticsPage(shown);
    expect(isFresh, "Run `npm run docs`, after the goldens are written").toBe(true);
  });
});

function codesWhere(condition: (entry: (typeof table)[number]) => boolean): readonly string[] {
  return table.filter(condition).map(([code]) => code);
}

/** Without the check of the arguments, which needs the code to be known to the compiler. */
const makeDiagnostic = (code: string, args: Readonly<Record<string, string>>): Diagnostic =>
  (diagnostic as (code: string, span: typeof noSpan, args: object) => Diagnostic)(
    code,
    noSpan,
    args,
  );
