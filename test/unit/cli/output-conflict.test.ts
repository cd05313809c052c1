/** Files that two machines want to write. */

import { describe, expect, it } from "vitest";
import { outputClaims } from "../../../src/cli/output-conflict.ts";

function conflictOf(count: number): readonly string[] {
  const claim = outputClaims();
  const files = (digest: string) =>
    Array.from({ length: count }, (_, i) => ({ name: `net${i}.xml`, digest }));
  expect(claim("web1", files("a"))).toEqual([]);
  expect(claim("web2", files("a"))).toEqual([]);
  return claim("web3", files("b")).map(({ message }) => message);
}

describe("a claim", () => {
  it("may be that of another machine, if they agree", () => {
    expect(conflictOf(0)).toEqual([]);
  });

  it.each([
    [1, "The file 'net0.xml'"],
    [2, "The file 'net0.xml' and another one"],
    [4, "The file 'net0.xml' and 3 others"],
  ])("is refused once for %d files", (count, files) => {
    const [message, ...more] = conflictOf(count);
    expect(message).toContain(files);
    expect(message).toContain("web1");
    expect(more).toEqual([]);
  });

  it("is refused for each machine that has claimed otherwise", () => {
    const claim = outputClaims();
    claim("web1", [{ name: "a", digest: "1" }]);
    claim("web2", [{ name: "b", digest: "1" }]);
    const refused = claim("web3", [
      { name: "a", digest: "2" },
      { name: "b", digest: "2" },
    ]);
    expect(refused).toHaveLength(2);
  });
});
