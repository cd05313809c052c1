/** The formats of reports, in the order in which they are listed. */

import type { ReportFormat } from "./report.ts";

export const reportFormats: readonly ReportFormat[] = [
  {
    name: "text",
    stream: "stderr",
    load: async () => (await import("../render-text.ts")).renderText,
  },
  {
    name: "json",
    stream: "stdout",
    load: async () => (await import("../render-json.ts")).renderJson,
  },
  { name: "sarif", stream: "stdout", load: async () => (await import("./sarif.ts")).renderSarif },
  {
    name: "github",
    stream: "stdout",
    load: async () => (await import("./github.ts")).renderGithub,
  },
  {
    name: "gitlab",
    stream: "stdout",
    load: async () => (await import("./gitlab.ts")).renderGitlab,
  },
  { name: "junit", stream: "stdout", load: async () => (await import("./junit.ts")).renderJunit },
  {
    name: "checkstyle",
    stream: "stdout",
    load: async () => (await import("./checkstyle.ts")).renderCheckstyle,
  },
  {
    name: "rdjson",
    stream: "stdout",
    load: async () => (await import("./rdjson.ts")).renderRdjson,
  },
];
