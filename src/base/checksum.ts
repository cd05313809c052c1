/** Tells damaged data from whole: no digest, and no protection against people. */

/** Fletcher's, over words: it runs before anything is warm, and a digest would load a library first. */
export function checksum(words: Int32Array): readonly [number, number] {
  let low = words.length;
  let high = 0;
  const most = words.length - (words.length % 4);
  for (let i = 0; i < most; i += 4) {
    low = (low + (words[i] as number)) | 0;
    high = (high + low) | 0;
    low = (low + (words[i + 1] as number)) | 0;
    high = (high + low) | 0;
    low = (low + (words[i + 2] as number)) | 0;
    high = (high + low) | 0;
    low = (low + (words[i + 3] as number)) | 0;
    high = (high + low) | 0;
  }
  for (let i = most; i < words.length; i++) {
    low = (low + (words[i] as number)) | 0;
    high = (high + low) | 0;
  }
  return [low, high];
}
