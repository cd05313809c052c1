/** Variables that are there without being set (manual, "Pan book", automatic variables). */

/** Those that no DML may assign to. */
export const constantVariables: readonly string[] = ["OBJECT", "FUNCTION", "TEMPLATE"];

/** Those that no variable statement may set, and no function may be named after. */
export const automaticVariables: readonly string[] = [...constantVariables, "SELF", "ARGV", "ARGC"];
