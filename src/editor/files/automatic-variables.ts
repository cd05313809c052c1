/** Variables that are there without being set, and what each is. */

export const automaticVariables: ReadonlyMap<string, string> = new Map([
  ["SELF", "the value that was there, or that is being checked"],
  ["ARGV", "the arguments of the function"],
  ["ARGC", "the number of arguments"],
  ["OBJECT", "the name of the object template"],
  ["TEMPLATE", "the name of the template"],
  ["FUNCTION", "the name of the function"],
  ["LOADPATH", "directories in which templates are looked for"],
]);
