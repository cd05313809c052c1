import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha1 } from "../../../src/base/sha1.ts";
import { macOfInterface, nameOfProfile, uuidOfName } from "../../../src/vm/identity.ts";

describe("sha1", () => {
  it("agrees with Node's", () => {
    const digest = (bytes: Uint8Array): string => Buffer.from(sha1(bytes)).toString("hex");
    const expected = (bytes: Uint8Array): string => createHash("sha1").update(bytes).digest("hex");
    for (const length of [0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 1000]) {
      const bytes = new Uint8Array(length).fill(0xa5);
      expect(digest(bytes)).toBe(expected(bytes));
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(digest(bytes)).toBe(expected(bytes));
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});

describe("identity", () => {
  // uuid.uuid5(uuid.NAMESPACE_URL, "urn:vmcs:vm:web1") in Python gives the same.
  it("is the name-based UUID of RFC 9562", () => {
    expect(uuidOfName("web1")).toBe("8685341c-086d-5492-ba8f-4bedd89b3087");
    expect(uuidOfName("node")).toBe("d51bae68-c6ba-51d4-b46e-51812b7fb80b");
  });

  it("gives each interface an address of its own in Xen's range", () => {
    expect(macOfInterface("web1", "eth0")).toBe("00:16:3e:30:d4:28");
    expect(macOfInterface("web1", "eth1")).toBe("00:16:3e:22:fa:c5");
    expect(macOfInterface("web2", "eth0")).not.toBe(macOfInterface("web1", "eth0"));
  });

  it("takes the last part of the profile's name", () => {
    expect(nameOfProfile("site/vms/web1")).toBe("web1");
    expect(nameOfProfile("web1")).toBe("web1");
  });
});
