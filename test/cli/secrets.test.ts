/** Secrets that descriptions refer to. */
import { describe, expect, it } from "vitest";
import { secretsOf } from "../../src/cli/secrets.ts";
import { memoryHost } from "../../src/host/memory/memory-host.ts";

const host = memoryHost({
  files: {
    "/s/plain": "geheim",
    "/s/line": "geheim\n",
    "/s/windows": "geheim\r\n",
    "/s/lines": "two\nlines\n\n",
    "/s/empty": "\n",
    "/s/open": "offen\n",
  },
  denied: ["/s/denied"],
  open: ["/s/open", "/s/empty"],
  environment: { PASSWORD: "geheimer", EMPTY: "", LINE: "a\n" },
});

describe("a reference to a secret", () => {
  it.each([
    ["file:/s/plain", "geheim"],
    ["file:/s/line", "geheim"],
    ["file:/s/windows", "geheim"],
    ["file:/s/lines", "two\nlines\n"],
    ["file:/s/empty", undefined],
    ["file:/s/missing", undefined],
    ["file:/s/denied", undefined],
    ["file:/s", undefined],
    ["env:PASSWORD", "geheimer"],
    ["env:LINE", "a\n"],
    ["env:EMPTY", undefined],
    ["env:MISSING", undefined],
    ["vault:/s/plain", undefined],
    ["geheim", undefined],
  ])("%s stands for %j", (reference, value) => {
    expect(secretsOf({ host }).read(reference)).toBe(value);
  });

  it("is read once, and complained of once, if everybody can read its file", () => {
    const secrets = secretsOf({ host });
    for (let i = 0; i < 3; i++) expect(secrets.read("file:/s/open")).toBe("offen");
    secrets.read("file:/s/line");
    expect(secrets.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      "secret-readable-by-others The file '/s/open' holds a secret, but everybody on this machine can read it.",
    ]);
  });

  it("is kept out of what is shown once it is read", () => {
    const secrets = secretsOf({ host });
    const text = "password=geheimer, geheim, offen";
    expect(secrets.redact(text)).toBe(text);
    for (const reference of ["file:/s/plain", "env:PASSWORD", "file:/s/missing"]) {
      secrets.read(reference);
    }
    expect(secrets.redact(text)).toBe("password=(secret), (secret), offen");
  });
});
