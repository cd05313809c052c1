export function checkRepositories(_i: unknown): [] {
  return [];
}
