/** All special forms. */

import type { SpecialForm } from "../special-form.ts";
import { append } from "./append.ts";
import { create } from "./create.ts";
import { deleteForm } from "./delete.ts";
import { exists } from "./exists.ts";
import { fileContents, fileExists } from "./files.ts";
import { first } from "./first.ts";
import { ifExists } from "./if-exists.ts";
import { isValid } from "./is-valid.ts";
import { next } from "./next.ts";
import { pathExists } from "./path-exists.ts";
import { prepend } from "./prepend.ts";
import { returnForm } from "./return.ts";
import { typeTests } from "./type-tests.ts";
import { value } from "./value.ts";

const all: readonly SpecialForm[] = [
  append,
  create,
  deleteForm,
  exists,
  fileContents,
  fileExists,
  first,
  ifExists,
  isValid,
  next,
  pathExists,
  prepend,
  returnForm,
  value,
  ...typeTests,
];

export const specialForms: ReadonlyMap<string, SpecialForm> = new Map(
  all.map((form) => [form.name, form]),
);
