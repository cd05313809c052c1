/** What the system refused, as the rest of a sentence: the same words on every machine. */

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EBUSY: "it is in use",
  EDQUOT: "the disk quota is exceeded",
  EEXIST: "it exists already",
  EFBIG: "the file is too large",
  EIO: "the device reports an error",
  EISDIR: "it is a directory",
  ELOOP: "too many symbolic links lead to it",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "the name is too long",
  ENFILE: "too many files are open",
  ENOENT: "there is no such file or directory",
  ENOSPC: "no space is left on the device",
  ENOTDIR: "a part of its path is not a directory",
  ENOTEMPTY: "the directory is not empty",
  EPERM: "the operation is not permitted",
  EROFS: "the file system is read-only",
  ERR_FS_EISDIR: "it is a directory",
  ERR_FS_FILE_TOO_LARGE: "the file is too large",
  ERR_INVALID_ARG_VALUE: "the path contains a null character",
  ERR_STRING_TOO_LONG: "the file is too large",
  ETXTBSY: "it is a program that is running",
};

export function problemText(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return reasons[code] ?? `the system reports ${code === "" ? String(error) : code}`;
}
