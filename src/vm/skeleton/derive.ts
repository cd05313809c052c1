/** What a description may leave open, and what it is then. */

import { assertNever } from "../../base/assert-never.ts";
import { invariant } from "../../base/invariant.ts";
import { Dict } from "../../pan/tree/dict.ts";
import { macOfInterface, uuidOfName } from "../identity.ts";
import type { Place } from "../model/model.ts";
import type { TreeReading } from "../shape/read-tree.ts";

export interface DeriveInputs {
  /** The machine's name: given by the description, or that of its profile. */
  readonly name: string;
  /** Where the host keeps disks. */
  readonly directory: string;
}

/** The supplier of derived fields, for the reader of trees. */
export function derivation({ name, directory }: DeriveInputs): TreeReading["derive"] {
  return (place, record) => {
    const field = derivedField(place);
    switch (field.kind) {
      case "name":
        return name;
      case "uuid":
        return uuidOfName(name);
      case "mac":
        return macOfInterface(name, field.networkInterface);
      case "disk-source": {
        const file = `${name}-${field.device}.${extension(record.get("format"))}`;
        return Dict.of({ file: pathIn(directory, file) });
      }
      default:
        return assertNever(field);
    }
  };
}

/** The path of a file that the host keeps in a directory. */
export function pathIn(directory: string, file: string): string {
  return `${directory.replace(/\/$/, "")}/${file}`;
}

type DerivedField =
  | { readonly kind: "name" | "uuid" }
  | { readonly kind: "mac"; readonly networkInterface: string }
  | { readonly kind: "disk-source"; readonly device: string };

function derivedField(place: Place): DerivedField {
  const [root, collection, key = "", field] = place;
  if (root === "system" && (collection === "name" || collection === "uuid")) {
    return { kind: collection };
  }
  if (root === "network" && field === "mac") return { kind: "mac", networkInterface: String(key) };
  invariant(
    root === "storage" && collection === "disks" && field === "source",
    "the field can be derived",
  );
  return { kind: "disk-source", device: String(key) };
}

/** How files of a format are called; a format that is not known has been reported. */
function extension(format: unknown): string {
  return format === "raw" ? "img" : String(format);
}
