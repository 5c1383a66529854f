import 'server-only'
import type { OutgoingHttpHeaders } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { practiceFailures, practicePath, type PracticeFailure } from '@/lib/oauth/practice'

export interface PracticeRequest {
  method: string
  /** Below the practice provider's path, and what follows it. */
  path: string
  search: string
  headers: OutgoingHttpHeaders
  body: string
}

type Forward = (request: PracticeRequest) => Promise<Response>

const cookieName = 'pw_practice_failure'

/**
 * Answers a request, spoiled in the way that `failure=…` in its query names. That of an authorization is remembered by a cookie, since
 * the answer comes after the consent. Where the provider itself can fail so, it is led to, and the answer is its own.
 */
export async function withFailure(request: PracticeRequest, forward: Forward): Promise<Response> {
  if (request.path === '/token') return tokenFailure(failureOf(request.search), request, forward)
  const named = failureOf(request.search)
  if (request.path === '/auth') {
    const response = await forward(request)
    const value = named && practiceFailures.some(({ id, at }) => id === named && at === 'authorization') ? named : ''
    response.headers.append(
      'set-cookie',
      `${cookieName}=${value}; Path=${practicePath}; HttpOnly; SameSite=Lax; Max-Age=${value ? 600 : 0}`,
    )
    return response
  }
  const kept = new RegExp(`${cookieName}=([\\w-]+)`).exec(String(request.headers.cookie ?? ''))?.[1]
  const failure = practiceFailures.find(({ id }) => id === kept)?.id
  if (failure === 'denied' && request.path.startsWith('/consent/'))
    return forward({ ...request, method: 'POST', search: '?answer=deny' })
  return spoilRedirect(failure, await forward(request))
}

function failureOf(search: string): PracticeFailure | undefined {
  const word = new URLSearchParams(search).get('failure')
  return practiceFailures.find(({ id }) => id === word)?.id
}

/** The answer of an authorization is the redirect to the client that carries a state. */
function spoilRedirect(failure: PracticeFailure | undefined, response: Response): Response {
  const location = response.headers.get('location')
  if (failure === undefined || location === null || !URL.canParse(location)) return response
  const url = new URL(location)
  if (!url.searchParams.has('state') || url.pathname.startsWith(practicePath)) return response
  if (failure === 'wrong-state') url.searchParams.set('state', 'a-state-that-nobody-sent')
  if (failure === 'missing-iss') url.searchParams.delete('iss')
  if (failure === 'mixed-up-iss') url.searchParams.set('iss', 'https://another-server.example')
  response.headers.set('location', url.href)
  return response
}

async function tokenFailure(
  failure: PracticeFailure | undefined,
  request: PracticeRequest,
  forward: Forward,
): Promise<Response> {
  const form = new URLSearchParams(request.body)
  const grant = form.get('grant_type')
  const changed = (name: string, value: string) => {
    const other = new URLSearchParams(form)
    other.set(name, value)
    return forward({ ...request, body: other.toString() })
  }
  switch (failure) {
    case 'reused-code':
      if (grant === 'authorization_code') await forward(request)
      return forward(request)
    case 'reused-refresh-token':
      if (grant === 'refresh_token') await forward(request)
      return forward(request)
    case 'expired-code':
      return grant === 'authorization_code' ? changed('code', 'a-code-that-is-over') : forward(request)
    case 'wrong-verifier':
      return form.has('code_verifier') ? changed('code_verifier', 'x'.repeat(43)) : forward(request)
    case 'invalid-client': {
      if (form.has('client_secret')) return changed('client_secret', 'not-the-secret')
      const [, given = ''] = /^Basic (.+)$/i.exec(String(request.headers.authorization)) ?? []
      // Not atob: anybody may send what is no base64.
      const [id = ''] = Buffer.from(given, 'base64').toString().split(':')
      const authorization = `Basic ${Buffer.from(`${id}:not-the-secret`).toString('base64')}`
      return forward(id === '' ? request : { ...request, headers: { ...request.headers, authorization } })
    }
    case 'no-refresh-token':
      return withoutRefreshToken(await forward(request))
    case 'html':
      return new Response('<!doctype html><title>Welcome</title><h1>Sign in</h1>', {
        headers: { 'content-type': 'text/html; charset=utf-8' },
      })
    case 'slow':
      await setTimeout(20_000)
      return forward(request)
    case 'too-many-requests':
      return new Response('{"error":"slow_down"}', {
        status: 429,
        headers: { 'content-type': 'application/json', 'retry-after': '30' },
      })
    case 'server-error':
      return new Response('Internal Server Error', { status: 500 })
    case 'redirect-loop':
      return new Response(null, { status: 302, headers: { location: `${practicePath}/token?failure=redirect-loop` } })
    default:
      return forward(request)
  }
}

async function withoutRefreshToken(response: Response): Promise<Response> {
  const token: unknown = await response.json().catch(() => null)
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  const kept = typeof token === 'object' && token !== null ? { ...token, refresh_token: undefined } : token
  return new Response(JSON.stringify(kept), { status: response.status, headers })
}
