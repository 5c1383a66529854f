import { z } from 'zod'
import { spread, type Figure } from './figure'
import { signInAsGuest } from './session'

const practice = z.object({ settings: z.looseObject({}), clientSecret: z.string() })
const flow = z.object({
  id: z.string(),
  authorization: z.object({ url: z.string() }),
  token: z.object({ at: z.number() }).optional(),
})

/** Two clicks each: a person may click 30 times a minute, a network 60 times. */
const rounds = { warmUp: 3, measured: 25, ofOnePerson: 14 }

/**
 * The whole flow on one machine, from the click that begins it to the token: begin, authorization and consent at the practice
 * provider, callback, exchange. By the routes of a running app, the person answering at once.
 */
export async function measureOAuth(base: string): Promise<Figure[]> {
  const times: number[] = []
  let browser = await newBrowser(base)
  for (let round = 0; round < rounds.warmUp + rounds.measured; round += 1) {
    if (round > 0 && round % rounds.ofOnePerson === 0) browser = await newBrowser(base)
    const began = performance.now()
    await flowToToken(browser)
    times.push(performance.now() - began)
  }
  return spread('OAuth, from the click to the token', times.slice(rounds.warmUp), 'ms', 1000)
}

type Browser = Awaited<ReturnType<typeof newBrowser>>

async function flowToToken({ ask, go, input }: Browser): Promise<void> {
  const { id, authorization } = flow.parse(await ask('/api/oauth/flows', input))
  const consent = await go(authorization.url)
  const back = await go(`${consent.url}?answer=allow`, 'POST')
  if (!back.text.includes('The service answered')) throw new Error(`The callback answered: ${back.text.slice(-600)}`)
  const { token } = flow.parse(await ask(`/api/oauth/flows/${id}/steps`, { step: 'exchange' }))
  if (!token) throw new Error('The exchange brought no token.')
}

/** A browser of a new guest: keeps cookies, follows redirects. */
async function newBrowser(base: string) {
  const { Cookie = '', Origin = '' } = await signInAsGuest(base)
  const jar = new Map(
    Cookie.split('; ').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  )
  async function send(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { Origin, Cookie: cookie, Accept: 'text/html', ...init.headers },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    return response
  }
  async function go(url: string, method = 'GET'): Promise<{ url: string; text: string }> {
    const response = await send(url, { method })
    const location = response.headers.get('location')
    return location === null ? { url, text: await response.text() } : go(new URL(location, url).href)
  }
  async function ask(path: string, body?: unknown): Promise<unknown> {
    const headers = { 'Content-Type': 'application/json' }
    const response = await send(
      base + path,
      body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) },
    )
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    return response.json()
  }
  const { settings, clientSecret } = practice.parse(await ask('/api/oauth/practice'))
  return { ask, go, input: { settings, clientSecret, callbackPath: '/oauth/callback' } }
}
