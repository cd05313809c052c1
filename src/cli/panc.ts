#!/usr/bin/env node
import { runPanc } from "./main.ts";

await runPanc(process.argv.slice(2));
