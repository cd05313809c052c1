/** What fixtures cannot say of the parts of test files. */
import { describe, expect, it } from "vitest";
import { testCommand } from "../../../src/cli/commands/test.ts";
import { memoryHost } from "../../../src/host/memory/memory-host.ts";
import { readTest } from "../../../src/testing/read-test.ts";
import { snapshotDirectory } from "../../../src/testing/snapshots.ts";
import { steadyHost } from "../../../src/testing/steady-host.ts";

function plan(lines: string): ReturnType<typeof readTest>["plan"] {
  const { plan: found, diagnostics } = readTest("/p/t_test.pan", lines, "vmcs");
  expect(diagnostics).toEqual([]);
  return found;
}

describe("readTest", () => {
  it("takes semicolons in strings and brackets for DML", () => {
    const { cases } = plan(`object template t_test;
#! case odd: A = 'a;b'; B = "c;\\"d"; C = { x = 1; x + 1 }; D = dict('e', list(1)); expect error 'no; really'
`) ?? { cases: [] };
    expect(cases[0]?.variables.map(({ name }) => name)).toEqual(["A", "B", "C", "D"]);
    expect(cases[0]?.variables[2]?.value).toBe(2n);
    expect(cases[0]?.expected[0]?.message?.text).toBe("'no; really'");
  });

  it("finds the statement that an expectation is about", () => {
    const text = `object template t_test;
'/a' = 1; #! expect error
'/b' = {
    1; #! expect error
};
#! expect error

'/c' = 2;
'/d' = 3; '/e' = 4; #! expect error
`;
    const statements = plan(text)?.expected.map(({ statement }) => {
      return statement && text.slice(statement.start, statement.start + 4);
    });
    expect(statements).toEqual(["'/a'", "'/b'", "'/c'", "'/e'"]);
  });

  it("leaves comments in heredocs and ordinary comments alone", () => {
    expect(
      plan(`object template t_test;
# ! expect error
## #! expect error
'/a' = <<EOT;
#! expcet error
EOT
`)?.expected,
    ).toEqual([]);
  });

  it("works in files with the line ends of Windows", () => {
    const found = plan("object template t_test;\r\n#! case a: A = 1\r\n#! skip later\r\n");
    expect([found?.cases[0]?.name, found?.skip]).toEqual(["a", "later"]);
  });
});

describe("directories of snapshots", () => {
  it("differ where names of cases differ", () => {
    const names = ["a b", "a-b", "a/b", "a+2fb", "ä", "..", "a_b"];
    const directories = names.map((name) => snapshotDirectory("/p/t_test.pan", name));
    expect(new Set(directories).size).toBe(names.length);
    for (const directory of directories) {
      expect(directory).toMatch(/^\/p\/snapshots\/t_test\/[A-Za-z0-9_.+-]+$/);
      expect(directory).not.toMatch(/\/\.+$/);
    }
  });
});

describe("a host that stays as it is", () => {
  it("knows when the world has changed", () => {
    const host = memoryHost({
      files: { "/p/a.pan": "1", "/p/b.pan": "1" },
      currentDirectory: "/p",
    });
    const steady = steadyHost(host);
    expect([steady.readText("a.pan"), steady.list("/p"), steady.kind("c")]).toEqual([
      "1",
      ["a.pan", "b.pan"],
      "missing",
    ]);
    host.writeFiles([{ path: "b.pan", content: "2" }]);
    expect(steady.isOutdated()).toBe(false);
    host.writeFiles([{ path: "a.pan", content: "2" }]);
    expect([steady.readText("a.pan"), steady.isOutdated()]).toEqual(["1", true]);
    host.writeFiles([{ path: "a.pan", content: "1" }]);
    expect(steady.isOutdated()).toBe(false);
    host.writeFiles([{ path: "c", content: "" }]);
    expect(steady.isOutdated()).toBe(true);
  });
});

describe("a run", () => {
  it.each(["0_test", "b_test"])(
    "gives every case its own variables, if %s refers to them",
    async (other) => {
      const files = {
        "/p/a_test.pan": `object template a_test;
#! case one: A = 1; DOUBLE = 2
#! case two: A = 2; DOUBLE = 4
variable A ?= 5;
variable DOUBLE ?= 10;
'/a' = 2 * A;
valid '/a' = SELF == DOUBLE;
`,
        [`/p/${other}.pan`]: `object template ${other};\nvalid '/' = value('a_test:/a') == 10;\n`,
      };
      const host = memoryHost({ files, currentDirectory: "/p" });
      const shown: string[] = [];
      const show = (text: string): void => void shown.push(text);
      const terminal = { stdout: show, stderr: show, colors: false, width: 100 };
      expect(await testCommand([], { host, terminal }), shown.join("")).toBe(0);
      expect(shown.join("")).toContain("3 tests: 3 passed; 3 of 3 expectations met");
    },
  );
});
