/** What the lexer does by hand, and what the productions cannot say. */

export interface LexicalRule {
  readonly note?: string;
  readonly definition: string;
}

/** Notes above the productions of the parser. */
export const notes: Readonly<Record<string, string>> = {
  dml: "An expression wherever one is wanted. The reference reads `;` here too, to refuse it by name.",
  operation: "Only a variable, outside parentheses, stands before `=`; nothing follows the value.",
  argumentList: "A comma may stand before the first argument and after the last one.",
  block: "Its value is the last expression's.",
  header: "The word after `template` is a TemplateName, whatever it contains.",
  validStatement: "The form with a comparison is vmcs.",
  conflictStatement: "vmcs",
  suggestStatement: "vmcs",
  suggestion: "vmcs",
  suggestOperator: "vmcs",
  condition: "vmcs",
  conjunction: "vmcs",
  simpleCondition: "vmcs",
  comparison: "vmcs; a bare path is present.",
  ruleOperand: "vmcs",
  operandCall: "vmcs; the name is `list`, or `value` with one path.",
  literal: "vmcs",
  ruleClauses: "vmcs; each clause at most once, `priority` after `suggest` only.",
  typeStatement: "The form with a path is vmcs: the spelling of 2009 for `bind`.",
  range: "Bounds are inclusive; one number is both bounds. A minimum that is left out is 0.",
  type: "Outwards: `string[]{}*` is a link to a dict of lists of strings.",
};

/** Tokens, in the order of their priority where two match the same text; the longest match wins. */
export const lexicalRules: Readonly<Record<string, LexicalRule>> = {
  Space: {
    note: "Between tokens, without meaning.",
    definition:
      "{ ? blank, tab, form feed, line feed or carriage return ? | Comment | Annotation }",
  },
  Comment: { definition: '"#" , { ? any character but a line end ? }' },
  Annotation: {
    note: "Its text is free, or pairs of a key and a value.",
    definition:
      '"@" , Blanks , [ AnnotationName ] , Blanks , ( "(" , { ? any but ) ? } , ")" | "[" , { ? any but ] ? } , "]" | "{" , { ? any but } ? } , "}" )',
  },
  AnnotationName: { definition: '( Letter | Digit | "-" | "." ) , { Letter | Digit | "-" | "." }' },
  Blanks: { definition: "{ ? blank, tab, form feed, line feed or carriage return ? }" },
  Letter: { definition: '? a letter of ASCII ? | "_"' },
  Digit: { definition: "? a digit of ASCII ?" },
  Identifier: {
    note: "But no reserved word. The words of rules (conflict, suggest, when, priority, message, in) are identifiers.",
    definition: "Letter , { Letter | Digit }",
  },
  TemplateName: {
    note: "After `template` only.",
    definition:
      '( Letter | Digit | "-" | "+" | "." | "/" ) , { Letter | Digit | "-" | "+" | "." | "/" }',
  },
  DecimalLong: { note: "Numbers fit 64 bits.", definition: "? a digit but 0 ? , { Digit }" },
  HexadecimalLong: { definition: '( "0x" | "0X" ) , HexDigit , { HexDigit }' },
  OctalLong: { definition: '"0" , { ? 0 to 7 ? }' },
  HexDigit: { definition: "Digit | ? a to f, A to F ?" },
  DoubleNumber: {
    definition: 'Digit , { Digit } , ( "." , Digit , { Digit } , [ Exponent ] | Exponent )',
  },
  Exponent: { definition: '( "e" | "E" ) , [ "+" | "-" ] , Digit , { Digit }' },
  SingleQuotedString: {
    note: "Two quotes in it are one.",
    definition: '"\'" , { ? any character but \' and line ends ? | "\'\'" } , "\'"',
  },
  DoubleQuotedString: {
    note: "A quote after a backslash ends the string only if no other quote of the line does.",
    definition:
      "'\"' , { ? any character but \" and line ends ? | '\\\"' | \"\\\" , ? line end ? } , '\"'",
  },
  Heredoc: {
    note: "Its text begins at the next line end, and ends with a line that is the name alone.",
    definition: '"<<" , Identifier',
  },
  EOF: { definition: "? the end of the file ?" },
};
