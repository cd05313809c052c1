/** Files of templates, by their paths. */

export function isTemplateFile(path: string): boolean {
  return /[^/]\.(?:pan|tpl)$/.test(path);
}
