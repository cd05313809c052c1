#!/usr/bin/env node
import { runCommands } from "./main.ts";
import { commands } from "./registry.ts";

await runCommands(process.argv.slice(2), commands);
