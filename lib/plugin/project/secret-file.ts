/** True for a file of secrets of one machine: `.env` and its variants, but not the samples that show which there are. */
export function isSecretFile(path: string): boolean {
  return /(?:^|\/)\.env(?:\.[^/]*)?$/.test(path) && !/\.(?:example|sample|template|dist)$/.test(path)
}
