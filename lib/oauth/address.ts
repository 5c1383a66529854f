/**
 * Why nobody can be sent to an address, in a sentence; undefined where somebody can. Only http and https lead anywhere (a browser would
 * run `javascript:` as a script of ours), and an address is shown and kept: nobody's password stands in it.
 */
export function addressProblem(called: string, address: string): string | undefined {
  if (!URL.canParse(address)) return `Give the ${called} as a whole address, like https://example.com/oauth.`
  const { protocol, username, password } = new URL(address)
  if (protocol !== 'https:' && protocol !== 'http:') return `Begin the ${called} with https://, not with ${protocol}`
  return username === '' && password === ''
    ? undefined
    : `Take user and password, all before "@", out of the ${called}: an address is shown and kept.`
}
