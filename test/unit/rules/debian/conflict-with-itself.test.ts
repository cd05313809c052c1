/** What a package of Debian provides and conflicts with at once: only one package of the kind may be installed. */
import { expect, it } from "vitest";
import { runFixture } from "../../diagnostics/run-fixture.ts";

const list = `Package: exim4
Version: 4.96
Provides: mail-transport-agent
Conflicts: mail-transport-agent

Package: postfix
Version: 3.7
Provides: mail-transport-agent
Conflicts: mail-transport-agent

Package: mailutils
Version: 3.15
Depends: mail-transport-agent
`;

function resolved(...packages: readonly string[]): Promise<string> {
  const statements = packages.map((name) => `'/software/packages/${name}' = dict();\n`);
  const files = { "web.pan": `object template web;\n${statements.join("")}`, Packages: list };
  return runFixture({ words: ["resolve", "web.pan", "--packages", "Packages"], files });
}

it("may be installed itself", async () => {
  expect(await resolved("exim4", "mailutils")).not.toContain("error");
});

it("may not be installed beside another one", async () => {
  expect(await resolved("exim4", "postfix")).toContain("error[rules-contradict]");
});
