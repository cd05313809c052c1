#!/usr/bin/env node
import { runVmcs } from "./main.ts";

await runVmcs(process.argv.slice(2));
