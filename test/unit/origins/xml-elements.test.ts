import { describe, expect, it } from "vitest";
import { xmlElements } from "../../../src/origins/xml-elements.ts";

describe("xmlElements", () => {
  it("gives the lines of elements in the order in which they begin", () => {
    const text = `<?xml version="1.0"?>
<!-- <no element> -->
<a x="1" y="&lt;>">
  <b/>
  <c>text
over lines</c>
  <c>&gt;</c>
</a>
`;
    expect(xmlElements(text)).toEqual([
      { name: "a", first: 3, last: 8 },
      { name: "b", first: 4, last: 4 },
      { name: "c", first: 5, last: 6 },
      { name: "c", first: 7, last: 7 },
    ]);
  });
});
