/** Hosts of source code that the marketplace accepts (marketplace.md, MF-11). */
const hosts = [
  'github.com',
  'gitlab.com',
  'bitbucket.org',
  'gitee.com',
  'codeberg.org',
  'git.sr.ht',
  'gitlab.anchnet.com',
]

const address = new RegExp(
  `https?://(?:www\\.)?(?:${hosts.map((host) => host.replaceAll('.', '\\.')).join('|')})/[^\\s/)>"'\\]]+`,
  'i',
)

/** True when the text is the address of a repository on one of these hosts. */
export function isRepository(text: string): boolean {
  return new RegExp(`^${address.source}\\S*$`, 'i').test(text.trim())
}

/** True when such an address stands somewhere in the text. */
export function namesRepository(text: string): boolean {
  return address.test(text)
}
