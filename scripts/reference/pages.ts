/** The pages of reference that are made from the code, and the schema of the project file for editors, by their paths. */

import { describeCommands, describeReference } from "../../src/cli/describe-commands.ts";
import { commands } from "../../src/cli/registry.ts";
import { projectSchema } from "../../src/pipeline/project/project-schema.ts";
import { modelLibrary } from "./model-library.ts";
import { renderBuiltInsPage } from "./render-built-ins-page.ts";
import { renderCommandsPage } from "./render-commands-page.ts";
import { renderModelPage } from "./render-model-page.ts";
import { renderProjectPage } from "./render-project-page.ts";

export interface GeneratedFile {
  /** From the top of the repository. */
  readonly path: string;
  readonly content: string;
}

export async function referencePages(): Promise<readonly GeneratedFile[]> {
  return [
    { path: "docs/built-ins.md", content: renderBuiltInsPage() },
    { path: "docs/commands.md", content: await commandsPage() },
    { path: "docs/model.md", content: renderModelPage(modelLibrary()) },
    { path: "docs/project-file.md", content: renderProjectPage(projectSchema) },
    {
      path: "schemas/vmcs.schema.json",
      content: `${JSON.stringify(projectSchema, undefined, 2)}\n`,
    },
  ];
}

async function commandsPage(): Promise<string> {
  return renderCommandsPage(await describeCommands(commands), await describeReference());
}
