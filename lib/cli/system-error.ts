/** What went wrong with a file, for people, as the end of a sentence: "it does not exist". */
export function wordsOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  return words[code] ?? (code ? `the system answers ${code}` : 'the system refuses it')
}

const words: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  EACCES: 'it may not be read or written with your rights',
  EPERM: 'the system does not allow it',
  ELOOP: 'its link leads in a circle',
  ENOTDIR: 'a part of its path is a file and no folder',
  EISDIR: 'it is a folder',
  ENXIO: 'it is a socket or device and no file',
  ENAMETOOLONG: 'its name is too long',
  EEXIST: 'it is there already',
  ENOTEMPTY: 'it is not empty',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports an error',
  EBUSY: 'it is in use',
  EINVAL: 'the system does not take its name',
  ERR_INVALID_ARG_VALUE: 'its name has a NUL character',
}
