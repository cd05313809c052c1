/**
 * SARIF 2.1.0, the exchange format of static analysis that GitHub's code scanning and most editors read.
 *
 * What has a place is a result. What has none, such as a missing file, is a notification of the run: services refuse a
 * whole report for one result without a place.
 */

import { type Diagnostic, type Fix, hasErrors, type RelatedPlace } from "../diagnostic.ts";
import { fingerprints } from "./fingerprint.ts";
import { jsonText } from "./json-text.ts";
import type { RenderReport } from "./report.ts";
import { plainMessage, resultMessage } from "./sarif-message.ts";
import {
  artifactLocation,
  deletedRegion,
  location,
  type PlaceWriter,
  placeWriter,
  root,
} from "./sarif-places.ts";
import { levels, sarifRules } from "./sarif-rules.ts";

const schema =
  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

export const renderSarif: RenderReport = (diagnostics, context) => {
  const places = placeWriter(context);
  const results = diagnostics.filter(({ span }) => span.file !== "");
  const notifications = diagnostics.filter(({ span }) => span.file === "");
  const { name, version, documentation } = context.tool;
  const names = fingerprints(results, context);
  const [rules, kinds] = [
    sarifRules(results, context.tool),
    sarifRules(notifications, context.tool),
  ];
  const failed = hasErrors(notifications);
  const run = {
    tool: {
      driver: {
        name,
        semanticVersion: version,
        ...(documentation === undefined ? {} : { informationUri: documentation }),
        rules: rules.descriptors,
        ...(notifications.length === 0 ? {} : { notifications: kinds.descriptors }),
      },
    },
    columnKind: "utf16CodeUnits",
    newlineSequences: ["\r\n", "\n", "\r"],
    originalUriBaseIds: { [root]: { description: { text: "The root of the repository." } } },
    invocations: [
      {
        executionSuccessful: !failed,
        toolExecutionNotifications: notifications.map((diagnostic) =>
          notificationOf(diagnostic, kinds.indexOf(diagnostic.code), places),
        ),
      },
    ],
    results: results.map((diagnostic, i) => ({
      ...resultOf(diagnostic, rules.indexOf(diagnostic.code), places),
      partialFingerprints: { "vmcsMessageAndLine/v1": names[i] },
    })),
  };
  return jsonText({ $schema: schema, version: "2.1.0", runs: [run] });
};

function notificationOf(diagnostic: Diagnostic, index: number, places: PlaceWriter): object {
  const { code, severity, message, help, related } = diagnostic;
  const locations = related.filter(({ span }) => span.file !== "");
  return {
    descriptor: { id: code, index },
    level: levels[severity],
    message: plainMessage(help === undefined ? message : `${message}\n${help}`),
    ...(locations.length === 0
      ? {}
      : { locations: locations.map((place) => located(place, places)) }),
  };
}

function resultOf(diagnostic: Diagnostic, ruleIndex: number, places: PlaceWriter): object {
  const { code, severity, category, span, related, fixes } = diagnostic;
  const others = related.filter(({ role }) => role !== "trace");
  const steps = related.filter(({ role }) => role === "trace");
  const relatedLocations = others.map((place, id) => ({ id, ...located(place, places) }));
  const mends = fixes.filter(({ edits }) => edits.length > 0);
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: resultMessage(diagnostic, others),
    locations: [location(span, places)],
    ...(others.length === 0 ? {} : { relatedLocations }),
    ...(steps.length === 0 ? {} : { codeFlows: [codeFlow(diagnostic, steps, places)] }),
    ...(mends.length === 0 ? {} : { fixes: mends.map((fix) => fixOf(fix, places)) }),
    properties: { category },
  };
}

/** The way that led to a diagnostic, in the order in which it was gone: from the outermost step to the place. */
function codeFlow(
  { message, span }: Diagnostic,
  steps: readonly RelatedPlace[],
  places: PlaceWriter,
): object {
  const way = [...steps.toReversed(), { span, message }];
  const locations = way.map((place, nestingLevel) => ({
    location: located(place, places),
    nestingLevel,
    importance: nestingLevel === way.length - 1 ? "essential" : "important",
  }));
  return { threadFlows: [{ locations }] };
}

function located({ span, message }: Omit<RelatedPlace, "role">, places: PlaceWriter): object {
  const text = message === "" ? {} : { message: plainMessage(message) };
  return { ...location(span, places), ...text };
}

function fixOf({ title, file, edits }: Fix, places: PlaceWriter): object {
  const replacements = edits.map(({ start, end, text }) => ({
    deletedRegion: deletedRegion({ file, start, end }, places),
    insertedContent: { text },
  }));
  return {
    description: plainMessage(title),
    artifactChanges: [{ artifactLocation: artifactLocation(file, places), replacements }],
  };
}
