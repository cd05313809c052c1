/** What scripts in TypeScript see of notices.mjs, which Node runs as it is. */
declare module "*/notices.mjs" {
  export const noticesFile: string;
  export function noticesOf(root: string, files: Iterable<string>): string;
}
