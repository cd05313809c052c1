/** The commands as a user's shell runs them, but inside the test: one archive a case (see show-case.ts). */
import { callCommand } from "../support/call-command.ts";
import { goldenSuite } from "../support/fixtures.ts";
import { showCase } from "./show-case.ts";

goldenSuite({
  folder: "cli",
  input: ".txtar",
  golden: ".out",
  render: ({ text }) => showCase(text, callCommand),
});
