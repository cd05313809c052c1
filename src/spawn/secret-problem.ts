/** Why there is no secret behind a reference, as the end of a sentence. */
export function secretProblem(reference: string): string {
  const at = reference.indexOf(":");
  const name = reference.slice(at + 1);
  return reference.startsWith("env:")
    ? `but the environment variable ${name} is not set, or is empty`
    : `but the file ${name} cannot be read, or is empty`;
}
