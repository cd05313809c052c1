/** What our reports in JSON must look like: the published formats as far as we write them, and nothing besides. */

const text = { type: "string" } as const;
const filled = { type: "string", minLength: 1 } as const;
const count = { type: "integer", minimum: 1 } as const;
const index = { type: "integer", minimum: 0 } as const;

function list(items: object, least = 0): object {
  return { type: "array", items, minItems: least };
}

/** An object with these properties and no others; those named `…?` may be absent. */
function record(properties: Readonly<Record<string, object>>): object {
  const entries = Object.entries(properties);
  return {
    type: "object",
    additionalProperties: false,
    required: entries.map(([name]) => name).filter((name) => !name.endsWith("?")),
    properties: Object.fromEntries(
      entries.map(([name, schema]) => [name.replace(/\?$/, ""), schema]),
    ),
  };
}

const message = record({ text: filled });
const level = { enum: ["error", "warning", "note"] };
const sarifFile = record({ uri: filled, "uriBaseId?": { const: "SRCROOT" } });
const sarifRegion = record({
  startLine: count,
  startColumn: count,
  endLine: count,
  endColumn: count,
});
const sarifOffsets = record({ charOffset: index, charLength: index });
const physical = record({ artifactLocation: sarifFile, "region?": sarifRegion });
const sarifPlace = record({ "physicalLocation?": physical, "message?": message });
const sarifRule = record({
  id: filled,
  name: { type: "string", pattern: "^[A-Z][A-Za-z0-9]*$" },
  shortDescription: message,
  fullDescription: message,
  "helpUri?": { type: "string", pattern: "^https://.+#.+$" },
  help: record({ text: filled, markdown: filled }),
  defaultConfiguration: record({ level }),
  properties: record({
    tags: list(filled, 1),
    precision: { const: "very-high" },
    "problem.severity": { enum: ["error", "warning", "recommendation"] },
  }),
});
const sarifStep = record({
  location: sarifPlace,
  nestingLevel: index,
  importance: { enum: ["important", "essential"] },
});
const sarifFix = record({
  description: message,
  artifactChanges: list(
    record({
      artifactLocation: sarifFile,
      replacements: list(
        record({
          deletedRegion: { anyOf: [sarifRegion, sarifOffsets] },
          insertedContent: record({ text }),
        }),
        1,
      ),
    }),
    1,
  ),
});
const sarifResult = record({
  ruleId: filled,
  ruleIndex: index,
  level,
  message,
  locations: list(record({ physicalLocation: physical }), 1),
  "relatedLocations?": list(
    record({ id: index, "physicalLocation?": physical, "message?": message }),
    1,
  ),
  "codeFlows?": list(
    record({ threadFlows: list(record({ locations: list(sarifStep, 2) }), 1) }),
    1,
  ),
  "fixes?": list(sarifFix, 1),
  properties: record({ category: filled }),
  partialFingerprints: record({
    "vmcsMessageAndLine/v1": { type: "string", pattern: "^[0-9a-f]{40}$" },
  }),
});
const sarifDriver = record({
  name: filled,
  semanticVersion: { type: "string", pattern: "^\\d+\\.\\d+\\.\\d+" },
  "informationUri?": filled,
  rules: list(sarifRule),
  "notifications?": list(sarifRule, 1),
});
const sarifNotification = record({
  descriptor: record({ id: filled, index }),
  level,
  message,
  "locations?": list(sarifPlace, 1),
});
const sarifRun = record({
  tool: record({ driver: sarifDriver }),
  columnKind: { const: "utf16CodeUnits" },
  newlineSequences: list(filled, 1),
  originalUriBaseIds: record({ SRCROOT: record({ description: message }) }),
  invocations: list(
    record({
      executionSuccessful: { type: "boolean" },
      toolExecutionNotifications: list(sarifNotification),
    }),
    1,
  ),
  results: list(sarifResult),
});

const rdPosition = record({ line: count, column: count });
const rdRange = record({ start: rdPosition, end: rdPosition });
const rdLocation = record({ path: filled, "range?": rdRange });

export const jsonSchemas: Readonly<Record<string, object>> = {
  sarif: record({ $schema: filled, version: { const: "2.1.0" }, runs: list(sarifRun, 1) }),
  gitlab: list(
    record({
      type: { const: "issue" },
      description: filled,
      check_name: filled,
      categories: list(filled, 1),
      fingerprint: { type: "string", pattern: "^[0-9a-f]{40}$" },
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: record({ path: filled, lines: record({ begin: count, "end?": count }) }),
    }),
  ),
  rdjson: record({
    source: record({ name: filled, "url?": filled }),
    diagnostics: list(
      record({
        message: filled,
        "location?": rdLocation,
        severity: { enum: ["ERROR", "WARNING", "INFO"] },
        code: record({ value: filled, "url?": filled }),
        "suggestions?": list(record({ range: rdRange, text }), 1),
        "related_locations?": list(record({ "message?": filled, "location?": rdLocation }), 1),
      }),
    ),
  }),
};
