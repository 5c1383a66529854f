/** Signs in as a new guest at a running app; the headers that later requests need. */
export async function signInAsGuest(base: string): Promise<Record<string, string>> {
  const cookies = new Map<string, string>()
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
  }
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const csrf = await fetch(`${base}/api/auth/csrf`)
  keep(csrf)
  const { csrfToken } = await csrf.json()
  const response = await fetch(`${base}/api/auth/callback/guest`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: cookie(), Origin: base, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, json: 'true', callbackUrl: base }),
  })
  keep(response)
  if (!cookies.size || response.status >= 400) throw new Error(`Signing in as a guest answered ${response.status}.`)
  return { Cookie: cookie(), Origin: base }
}
