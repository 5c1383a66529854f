const base = 'http://plugwright.invalid'
/** What starts with two slashes names a host. */
const isPath = /^\/(?![/\\])/

/** The path of an address on our own origin that a link asked to go to; "/" for anything else. */
export function localAddress(asked: string | string[] | undefined): string {
  if (typeof asked !== 'string' || !isPath.test(asked)) return '/'
  const url = URL.parse(asked, base)
  // once more: `/.//host` is a path whose dot goes
  return url?.origin === base && isPath.test(url.pathname) ? `${url.pathname}${url.search}` : '/'
}
