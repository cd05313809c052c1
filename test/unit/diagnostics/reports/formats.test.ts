/** What the formats of reports promise besides their form. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../../../src/diagnostics/diagnostic.ts";
import { renderCheckstyle } from "../../../../src/diagnostics/reports/checkstyle.ts";
import { fingerprints } from "../../../../src/diagnostics/reports/fingerprint.ts";
import { renderGithub } from "../../../../src/diagnostics/reports/github.ts";
import { renderGitlab } from "../../../../src/diagnostics/reports/gitlab.ts";
import { renderJunit } from "../../../../src/diagnostics/reports/junit.ts";
import { junitDocument } from "../../../../src/diagnostics/reports/junit-document.ts";
import { renderRdjson } from "../../../../src/diagnostics/reports/rdjson.ts";
import { reportFormats } from "../../../../src/diagnostics/reports/registry.ts";
import { renderSarif } from "../../../../src/diagnostics/reports/sarif.ts";
import { applyEdits } from "../../../../src/text/edit.ts";
import { lineIndex } from "../../../../src/text/line-index.ts";
import { judge } from "./judge.ts";
import { sample, sampleContext, sampleFiles } from "./sample.ts";

const one = (name: string): Diagnostic => {
  const found = sample[name];
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
};
const all = Object.values(sample);

describe("fingerprints", () => {
  it("are all different", () => {
    const names = fingerprints([...all, ...all], sampleContext);
    expect(new Set(names).size).toBe(names.length);
  });

  it("stay when lines are added above, and when a line is indented anew", () => {
    const { file, start, end } = one("unicode").span;
    const before = fingerprints([one("unicode")], sampleContext);
    const added = "# one\n\n# two\n";
    const text = sampleFiles[file] ?? "";
    const line = text.lastIndexOf("\n", start) + 1;
    const moved = `${added}${text.slice(0, line)}\t  ${text.slice(line)}`;
    const shift = added.length + 3;
    const span = { file, start: start + shift, end: end + shift };
    const after = fingerprints([{ ...one("unicode"), span }], {
      ...sampleContext,
      sources: () => moved,
    });
    expect(moved.slice(span.start, span.end)).toBe("MEMROY");
    expect(after).toEqual(before);
  });

  it("change with the line, the file, the code and the message", () => {
    const base = one("unicode");
    const others: readonly Diagnostic[] = [
      base,
      { ...base, message: "Another one." },
      { ...base, code: "file-missing" },
      { ...base, span: { ...base.span, file: "/work tree/site/common.pan" } },
      { ...base, span: one("fixes").span },
    ];
    const names = others.map((diagnostic) => fingerprints([diagnostic], sampleContext)[0]);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("github", () => {
  it("ends every command with its line, and can be read back", () => {
    const texts = fc.array(fc.constantFrom("a", "%", "%0A", "\r", "\n", ":", "::", ",", "=", "日"));
    fc.assert(
      fc.property(texts, texts, (parts, names) => {
        const message = `m${parts.join("")}`;
        const path = `p${names.join("").replace(/[\r\n]/g, "")}`;
        const span = { file: "/gone", start: 0, end: 0 };
        const context = { ...sampleContext, repositoryPath: () => path };
        const report = renderGithub([{ ...one("goneFile"), span, message, fixes: [] }], context);
        const [, properties = "", data = ""] = /^::warning (.*?)::(.*)\n$/.exec(report) ?? [];
        const [file = ""] = properties.split(",");
        expect(decode(file.replace("file=", ""))).toBe(path);
        expect(decode(data)).toBe(message.replace(/\r\n|\r/g, "\n"));
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  function decode(text: string): string {
    return text.replace(/%(0A|0D|3A|2C|25)/g, (_, hex) => String.fromCharCode(Number(`0x${hex}`)));
  }
});

describe("formats with one text", () => {
  it("keep message and help apart, whoever has written the message", () => {
    const own = { ...one("unicode"), message: "Deprecated: use /b instead", help: "Change it." };
    const expected = "Deprecated: use /b instead. Change it.";
    expect(JSON.parse(renderGitlab([own], sampleContext))[0].description).toBe(expected);
    expect(renderCheckstyle([own], sampleContext)).toContain(`message="${expected}"`);
    const asked = { ...own, message: "Is it there?" };
    expect(JSON.parse(renderGitlab([asked], sampleContext))[0].description).toBe(
      "Is it there? Change it.",
    );
  });
});

describe("rdjson", () => {
  it("counts columns in bytes, and suggests what the fix makes", () => {
    const { diagnostics } = JSON.parse(renderRdjson([one("unicode"), one("fixes")], sampleContext));
    const [first, second] = diagnostics;
    const bytes = new TextEncoder().encode("'/grüße' = '日本🙂' + ").length;
    expect(first.location.range.start).toEqual({ line: 3, column: bytes + 1 });
    // Fixes of other files, and those that change nothing, are no suggestions.
    expect(second.suggestions).toHaveLength(1);
    const [{ range, text }] = second.suggestions;
    const { file } = one("fixes").span;
    const source = sampleFiles[file] ?? "";
    const lines = lineIndex(source);
    const edit = {
      start: lines.offset(range.start.line, range.start.column),
      end: lines.offset(range.end.line, range.end.column),
      text,
    };
    expect(applyEdits(source, [edit])).toBe(applyEdits(source, one("fixes").fixes[0]?.edits ?? []));
  });
});

describe("sarif", () => {
  const run = (...names: readonly string[]) =>
    JSON.parse(renderSarif(names.map(one), sampleContext)).runs[0];

  it("leads to a place in the order in which the way was gone", () => {
    const { locations } = run("trace").results[0].codeFlows[0].threadFlows[0];
    const texts = locations.map(
      (step: { location: { message: { text: string } } }) => step.location.message.text,
    );
    expect(texts.slice(0, 2)).toEqual(["in template vm", "in template common, included from here"]);
    expect(texts).toHaveLength(3);
  });

  it("links the places that explain a result, and escapes what only looks like a link", () => {
    const { message, relatedLocations } = run("related").results[0];
    expect(message.text.split("\n")).toEqual([
      "It is final.",
      "[of \\[this\\] type](0)",
      "[The command line says so.](2)",
    ]);
    expect(relatedLocations.map(({ id }: { id: number }) => id)).toEqual([0, 1, 2]);
    expect(run("trace").results[0].message.text).toContain("\\[the notes](");
  });

  it("describes each code once, and refers to it", () => {
    const { tool, results } = run("unicode", "crlf", "fixes");
    const { rules } = tool.driver;
    expect(rules.map(({ id }: { id: string }) => id)).toEqual([
      "unknown-format",
      "variable-undefined",
    ]);
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex].id).toBe(ruleId);
  });

  it("makes a notification of what has no place, and tells that the run failed", () => {
    const { results, invocations, tool } = run("noPlace");
    expect(results).toEqual([]);
    expect(invocations[0].executionSuccessful).toBe(false);
    const [{ descriptor }] = invocations[0].toolExecutionNotifications;
    expect(tool.driver.notifications[descriptor.index].id).toBe("file-missing");
  });

  it("says nothing of an address where there is none", () => {
    const tool = { ...sampleContext.tool, documentation: undefined };
    expect(renderSarif(all, { ...sampleContext, tool })).not.toMatch(/helpUri|informationUri/);
  });
});

describe("gitlab", () => {
  it("gives what has no place one that GitLab takes", () => {
    const [issue] = JSON.parse(renderGitlab([one("noPlace")], sampleContext));
    expect(issue.location).toEqual({ path: ".", lines: { begin: 1 } });
  });
});

describe("junit", () => {
  it("fails no test for a warning, and none of a sound file", () => {
    const report = renderJunit([one("goneFile"), one("otherFile")], {
      ...sampleContext,
      passed: ["/sound.pan"],
    });
    expect(report).not.toContain("<failure");
    expect(report.match(/name="has no errors"/g)).toHaveLength(3);
  });

  it("knows all outcomes of a test", () => {
    const problem = { type: "t", message: "m", text: "]]>" };
    const outcomes = [
      { kind: "passed" },
      { kind: "skipped", reason: "No time." },
      { kind: "failure", ...problem },
      { kind: "error", ...problem },
    ] as const;
    const tests = outcomes.map((outcome) => ({
      name: outcome.kind,
      group: "g",
      outcome,
      seconds: 0.5,
    }));
    const report = junitDocument([{ name: "s", tests, output: "" }]);
    expect(judge("junit", report)).toEqual([]);
    expect(report).toContain('tests="4" failures="1" errors="1" skipped="1" time="2.000"');
  });
});

describe("any report", () => {
  const pieces = fc.constantFrom(
    ...["a", "\n", "\r\n", "\t", "日", "🙂", "\u0000", "\u001b", "\ud800", "\udc00", "\ufffe"],
    ...["&", "&amp;", "<", ">", '"', "]]>", "-->", "%", "[x](1)", "{0}"],
  );
  const texts = fc.array(pieces, { maxLength: 12 }).map((parts) => `m${parts.join("")}`);
  const spans = fc.record({
    file: fc.constantFrom("/a", "/gone", "", "/a b/\ud800?#%.pan"),
    start: fc.nat(20),
    end: fc.nat(20),
  });
  const edits = fc
    .tuple(fc.nat(5), fc.nat(5), texts)
    .map(([start, length, text]) => ({ start, end: start + length, text }));

  it("has the form of its format", async () => {
    const formats = await Promise.all(
      reportFormats.map(async ({ name, load }) => ({ name, render: await load() })),
    );
    fc.assert(
      fc.property(texts, texts, spans, spans, edits, (source, message, span, place, edit) => {
        const given: Diagnostic = {
          ...one("unicode"),
          message,
          span,
          related: [
            { span: place, message: source },
            { span, message, role: "trace" },
          ],
          help: source,
          fixes: [{ title: message, file: "/a", edits: [edit] }],
        };
        const text = `${source}0123456789`;
        const context = {
          ...sampleContext,
          sources: (file: string) => (file === "/gone" ? undefined : text),
          displayPath: String,
          repositoryPath: String,
        };
        for (const { name, render } of formats) {
          expect(judge(name, render([given, given], context)) ?? []).toEqual([]);
        }
      }),
      { seed: 7, numRuns: 100 },
    );
  });
});
