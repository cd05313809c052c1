/** Judges reports by schemas; gives what is wrong with them. */
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { fixturePath } from "../../../support/fixtures.ts";
import { jsonSchemas } from "./json-schemas.ts";

const ajv = new Ajv({ allErrors: true });

/** The complaints about a report of a format; undefined for formats without a schema. */
export function judge(format: string, report: string): readonly string[] | undefined {
  const schema = jsonSchemas[format];
  if (schema !== undefined) return judgeJson(schema, report);
  return format === "junit" || format === "checkstyle" ? judgeXml(format, report) : undefined;
}

function judgeJson(schema: object, report: string): readonly string[] {
  const isValid = ajv.validate(schema, JSON.parse(report));
  return isValid ? [] : (ajv.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);
}

function judgeXml(name: string, report: string): readonly string[] {
  const schema = XmlDocument.fromString(
    readFileSync(fixturePath(`reports/schemas/${name}.xsd`), "utf8"),
  );
  const validator = XsdValidator.fromDoc(schema);
  try {
    const document = XmlDocument.fromString(report);
    try {
      validator.validate(document);
    } finally {
      document.dispose();
    }
    return [];
  } catch (error) {
    return [String(error)];
  } finally {
    validator.dispose();
    schema.dispose();
  }
}
