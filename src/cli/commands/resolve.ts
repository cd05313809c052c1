/** `vmcs resolve`: the description with everything that rules and packages add, and why. */

import { Command } from "commander";
import { jsonText } from "../../diagnostics/reports/json-text.ts";
import { displayPath } from "../../host/path.ts";
import { chosenVersions } from "../../pipeline/rules/additions.ts";
import { movedVersions } from "../../pipeline/rules/moved-versions.ts";
import { reportResolution } from "../../rules/explain/resolution-report.ts";
import { placesIn } from "../../show/places.ts";
import { resolutionJson } from "../../show/resolution-json.ts";
import { resolutionPan } from "../../show/resolution-pan.ts";
import { resolutionText } from "../../show/resolution-text.ts";
import type { RunCommand } from "../command.ts";
import { outputOption } from "../common-options.ts";
import { addCompileOptions } from "../compile-options.ts";
import { exitStatus } from "../exit-status.ts";
import { finish } from "../finish.ts";
import { parseCommand } from "../parse-command.ts";
import { useProject } from "../project.ts";
import { filesOf, type RawResolveOptions, resolveFiles } from "../resolve-files.ts";
import { addLocked, addRuleOptions, ruleSources, wantsLaws } from "../rule-options.ts";

interface RawOptions extends RawResolveOptions {
  readonly output: "text" | "json" | "pan";
}

export const resolveCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const { host, terminal } = environment;
    const command = addCompileOptions(new Command("vmcs resolve"), "vmcs")
      .argument("[files...]", "descriptions, or patterns such as 'vms/*.pan'")
      .addOption(outputOption(["text", "json", "pan"]));
    addLocked(addRuleOptions(command));
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    const project = await useProject(command, environment);
    const raw = command.opts<RawOptions>();
    const sources = ruleSources(raw, wantsLaws(project), environment);
    const input = filesOf(command.args, project);
    const request = { input, raw, sources, mode: "strict", isPartial: false } as const;
    const { resolved, diagnostics, text } = await resolveFiles(request, environment);
    const places = placesIn(text, host.currentDirectory);
    const documents: object[] = [];
    const moved = resolved.flatMap(({ given, result, locked }) => {
      const report = reportResolution(result.input, result.resolved);
      const file = displayPath(host.currentDirectory, given.file);
      const { name } = given;
      const open = chosenVersions(result.resolved).map(({ key }) => `/software/packages/${key}`);
      const chosen = new Set(open);
      if (raw.output === "json") documents.push(resolutionJson(name, file, report, places));
      else if (raw.output === "pan") terminal.stdout(resolutionPan(file, report, chosen));
      else terminal.stdout(resolutionText(name, report, places, chosen));
      return movedVersions(result, locked, given.file);
    });
    if (raw.output === "json") terminal.stdout(jsonText({ profiles: documents }));
    return { diagnostics: [...diagnostics, ...moved], to: raw.diagnostics, text };
  });
