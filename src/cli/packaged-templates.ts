/** What comes with the package: templates, and other folders beside them. */

export function packagedFolder(path: string): string {
  return decodeURIComponent(new URL(`../../${path}`, import.meta.url).pathname);
}

export const packagedTemplates = packagedFolder("templates");

export function isPackaged(file: string): boolean {
  return file.startsWith(`${packagedTemplates}/`);
}
