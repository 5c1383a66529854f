const dots = '••••••'
/** What services put before their tokens: `gho_`, `xoxb-`, `nb_at_`. */
const prefix = /^(?:[a-z][a-z0-9]{0,5}[_-]){1,2}/i
/** So many characters stay hidden at least; a shorter value shows less of its ends, or nothing. */
const hidden = 10

const already = new RegExp(`^(?:[a-z0-9_-]{0,14})${dots}.{0,4}$`, 'i')

/** A secret so that people know it again but nobody can use it: `nb_at_••••••7Qe2`. Its length is not told. A mask and an empty text stay as they are. */
export function mask(secret: string): string {
  if (secret === '' || already.test(secret)) return secret
  const head = prefix.exec(secret)?.[0] ?? ''
  if (secret.length >= head.length + 4 + hidden) return head + dots + secret.slice(-4)
  return secret.length >= 4 + hidden ? dots + secret.slice(-4) : dots
}

/** The value of an `Authorization` header: its scheme stays. */
export function maskHeader(value: string): string {
  const [, scheme = '', rest = ''] = /^(\S+\s+)?([^]*)$/.exec(value) ?? []
  // The end of base64 is the end of the client secret.
  return /^basic\s/i.test(scheme) ? `${scheme}${dots}` : scheme + mask(rest)
}
