import { settingsOf } from '@/lib/oauth/settings'
import type { ShownExchange, ShownFlow } from '@/lib/oauth/shown-flow'
import type { Step } from '@/lib/oauth/flow'

/** A flow in tests: a sign-in that waits, with whatever else is given. */
export function flowWith(part: Partial<ShownFlow> = {}): ShownFlow {
  const settings = settingsOf({
    clientId: 'acme',
    authorizationUrl: 'https://example.com/authorize',
    tokenUrl: 'https://example.com/token',
  })
  return {
    id: 'flow',
    expiresAt: 3_600_000,
    settings,
    clientSecret: '••••••',
    redirectUri: 'http://localhost:3000/oauth/callback',
    authorization: { at: 0, url: 'https://example.com/authorize?state=the-real-state', parameters: [], remarks: [] },
    exchanges: [],
    offers: [],
    ...part,
  }
}

/** A callback with a code, or without one. */
export function callbackWith(code?: string): NonNullable<ShownFlow['callback']> {
  return { at: 8000, code, parameters: [], remarks: [], explanations: [] }
}

/** An exchange that went well, unless something else is given. */
export function exchangeOf(step: Step, part: Partial<ShownExchange> = {}): ShownExchange {
  return {
    step,
    at: 9000,
    request: { method: 'POST', url: 'https://example.com/token', headers: [] },
    answer: { status: 200, headers: [], body: '{}', milliseconds: 5 },
    remarks: [],
    curl: '',
    explanations: [],
    ...part,
  }
}
