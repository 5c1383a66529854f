import 'server-only'
import { answerPractice } from './answer-practice'

/** A browser in a test: follows redirects within the practice provider, keeps its cookies, and agrees. */
export async function signInAt(authorizationUrl: string): Promise<string> {
  const jar = new Map<string, string>()
  async function follow(url: string, method = 'GET'): Promise<string> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await answerPractice(new Request(url, { method, headers: { cookie, accept: 'text/html' } }))
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    const location = response.headers.get('location')
    if (location === null) return url
    const next = new URL(location, url)
    return next.pathname.startsWith('/practice') ? follow(next.href) : next.href
  }
  const stop = await follow(authorizationUrl)
  const { pathname, origin } = new URL(stop)
  return pathname.startsWith('/practice/consent/') ? follow(`${origin}${pathname}?answer=allow`, 'POST') : stop
}
