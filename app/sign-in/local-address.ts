const base = 'http://plugwright.invalid'

/** The path of an address on our own origin that a link asked to go to; "/" for anything else. */
export function localAddress(asked: string | string[] | undefined): string {
  if (typeof asked !== 'string' || !/^\/(?![/\\])/.test(asked)) return '/'
  const url = URL.parse(asked, base)
  return url?.origin === base ? `${url.pathname}${url.search}` : '/'
}
