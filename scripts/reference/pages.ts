/** The pages of reference that are made from the code, by their paths. */

import { readFileSync } from "node:fs";
import { describeCommands, describeReference } from "../../src/cli/describe-commands.ts";
import { commands } from "../../src/cli/registry.ts";
import { modelLibrary } from "./model-library.ts";
import { renderBuiltInsPage } from "./render-built-ins-page.ts";
import { renderCommandsPage } from "./render-commands-page.ts";
import { renderModelPage } from "./render-model-page.ts";
import { type ProjectSchema, renderProjectPage } from "./render-project-page.ts";

export interface GeneratedFile {
  /** From the top of the repository. */
  readonly path: string;
  readonly content: string;
}

const schema = new URL("../../schemas/vmcs.schema.json", import.meta.url);

export async function referencePages(): Promise<readonly GeneratedFile[]> {
  return [
    { path: "docs/built-ins.md", content: renderBuiltInsPage() },
    { path: "docs/commands.md", content: await commandsPage() },
    { path: "docs/model.md", content: renderModelPage(modelLibrary()) },
    { path: "docs/project-file.md", content: renderProjectPage(projectSchema()) },
  ];
}

async function commandsPage(): Promise<string> {
  return renderCommandsPage(await describeCommands(commands), await describeReference());
}

function projectSchema(): ProjectSchema {
  return JSON.parse(readFileSync(schema, "utf8")) as ProjectSchema;
}
