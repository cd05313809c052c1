/** The templates that come with the package. */

export const packagedTemplates = decodeURIComponent(
  new URL("../../templates", import.meta.url).pathname,
);

export function isPackaged(file: string): boolean {
  return file.startsWith(`${packagedTemplates}/`);
}
