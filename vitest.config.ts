import { defineConfig } from "vitest/config";

const inCi = Boolean(process.env["CI"]);

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/support/build-once.ts",
    // The modules under test keep no state, so the files may share two threads and what they load.
    pool: "threads",
    maxWorkers: 2,
    isolate: false,
    testTimeout: 20_000,
    // Of what has not changed since the last run the translation is kept.
    experimental: { fsModuleCache: true },
    // What commands keep between runs is not put among what the user's own commands keep.
    env: { XDG_CACHE_HOME: `${import.meta.dirname}/node_modules/.cache/vmcs/cache` },
    // `npm run coverage`: what runs inside the tests; what commands run as processes is not seen.
    coverage: {
      include: ["src/**/*.ts", "playground/**/*.ts"],
      reporter: ["text-summary", "html"],
      reportsDirectory: "node_modules/.cache/vmcs/coverage",
    },
    reporters: inCi ? ["default", "json"] : ["default"],
    outputFile: { json: "node_modules/.cache/vmcs/test-report.json" },
  },
});
