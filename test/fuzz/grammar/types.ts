/** Types by the kind of their values, and validations. */

import type { Grammar } from "../grammar.ts";

export const types: Grammar = {
  "type.S": [
    [4, "string"],
    [2, "string(<range>)"],
    [2, "choice('a', 'b', <string>)", "wild"],
    [3, "<typeName.S>"],
    [1, "string*", "wild"],
  ],
  "type.N": [
    [4, "long"],
    [3, "long(<range>)"],
    [3, "<typeName.N>"],
  ],
  "type.D": [
    [3, "double"],
    [1, "double(<range>)", "wild"],
    [1, "number"],
    [1, "<typeName.D>"],
  ],
  "type.B": [
    [3, "boolean"],
    [1, "<typeName.B>"],
  ],
  "type.L": [
    [2, "<type.E>[]"],
    [2, "<type.S>[<range>]"],
    [1, "list"],
    [3, "<typeName.L>"],
  ],
  "type.M": [
    [2, "<type.E>{}"],
    [1, "<type.S>{<range>}"],
    [1, "dict"],
    [1, "nlist"],
    [3, "<typeName.M>"],
    [5, "<extensible>{ <fields> }"],
    [2, "<extensible>{ <includedFields>\n <fields> }"],
  ],
  "type.E": [
    [2, "<type.S>"],
    [2, "<type.N>"],
    [1, "<type.B>"],
    [1, "<type.L>"],
    [2, "<type.M>"],
    [1, "element"],
    [1, "property"],
    [1, "resource"],
    [1, "boolean*", "wild"],
    [1, "annotation", "wild"],
  ],
  extensible: [
    [2, "", "wild"],
    [2, "extensible "],
  ],
  fields: [
    [1, ""],
    [3, "<field>\n <fields>"],
  ],
  field: [
    [3, "'<key.S>' <need> <fullType.S>"],
    [3, "'<key.N>' <need> <fullType.N>"],
    [1, "'<key.D>' <need> <fullType.D>"],
    [1, "'<key.B>' <need> <fullType.B>"],
    [2, "'<key.L>' <need> <fullType.L>"],
    [2, "'<key.M>' <need> <fullType.M>"],
  ],
  need: [
    [2, ":", "wild"],
    [3, "?"],
  ],
  range: [
    [2, "0.."],
    [2, "0..9223372036854775807"],
    [1, "<small>", "wild"],
    [1, "<small>..", "wild"],
    [1, "..<long>", "wild"],
    [1, "<long>..<long>", "wild"],
    [1, "-5..<small>", "wild"],
    [1, "..", "wild"],
  ],
  "fullType.*": [
    [6, "<type.*>"],
    [3, "<type.*> = <literal.*>"],
    [1, "<type.*> = <dml.*>", "wild"],
    [1, "<type.*> with <B>", "wild"],
    [1, "<type.*> with is_valid(<typeName.*>, SELF)"],
    [1, "<type.*> with is_defined(SELF) || <B>"],
    [1, "<type.*> = <literal.*> with <validation>"],
  ],
  validation: [
    [3, "{ <set.E> = SELF; <statementsIn>true; }"],
    [3, "is_defined(SELF)"],
    [1, "error(<S>)", "wild"],
    [1, "SELF == <E>", "wild"],
    [1, "length(SELF) < <small>", "wild"],
  ],
};
