#!/usr/bin/env node
import { runReference } from "./main.ts";

await runReference(process.argv.slice(2));
