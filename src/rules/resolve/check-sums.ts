export function checkSums(_i: unknown, _r: unknown): [] {
  return [];
}
