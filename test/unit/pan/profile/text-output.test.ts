import { describe, expect, it } from "vitest";
import { TextOutput } from "../../../../src/pan/profile/text-output.ts";

describe("TextOutput", () => {
  it("gives chunks that joined are what was written", () => {
    const chunks: string[] = [];
    const out = new TextOutput((chunk) => chunks.push(chunk));
    const pieces = Array.from({ length: 50_000 }, (_, i) => `line ${i} 😀\n`);
    for (const piece of pieces) out.write(piece);
    out.end();
    expect(chunks.join("")).toBe(pieces.join(""));
    expect(chunks.length).toBeGreaterThan(5);
    expect(chunks.length).toBeLessThan(50);
  });

  it("writes a half surrogate pair as a question mark", () => {
    const chunks: string[] = [];
    const out = new TextOutput((chunk) => chunks.push(chunk));
    out.write("\ud83d,\ude00,\ud83d\ude00,\ud83d\ud83d\ude00,\ude00\ud83d");
    out.end();
    expect(chunks).toEqual(["?,?,😀,?😀,??"]);
  });

  it("gives no chunk when nothing was written", () => {
    const chunks: string[] = [];
    new TextOutput((chunk) => chunks.push(chunk)).end();
    expect(chunks).toEqual([]);
  });
});
