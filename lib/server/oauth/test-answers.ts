import 'server-only'
import type { OAuthSettings } from '@/lib/oauth/settings'

export const clientSecret = 'canary-client-secret-Zq9'
export const code = 'canary-code-of-nobody-Xy7'
export const accessToken = 'canary-access-token-Wv5'
export const token = { access_token: accessToken, token_type: 'Bearer', expires_in: 3600, scope: 'read' }

export interface Answer {
  status?: number
  headers?: Record<string, string | string[]>
  body?: string | Uint8Array
}

/** An answer of JSON; a text as it is. */
export const json = (value: unknown, more: Omit<Answer, 'body'> = {}): Answer => ({
  ...more,
  headers: { 'content-type': 'application/json', ...more.headers },
  body: typeof value === 'string' ? value : JSON.stringify(value),
})

/** What the page of a flow is told of an answer. `says`: remarks by verdict; each text stands in one of them. */
export interface Told {
  token?: Record<string, unknown>
  refusal?: { code: string; description?: string }
  bent?: string[]
  fail?: string[]
  note?: string[]
  strict: 'pass' | 'fail'
  /** Words of an explanation. */
  explains?: string
}

/** How an answer is called, what it is, what is told of it, and the settings that it is read by. */
export type AnswerCase = [name: string, Answer, Told, Partial<OAuthSettings>?]

/** The token of the tests as the page has it. */
export const good = { accessToken: '••••••-Wv5', tokenType: 'Bearer', expiresIn: 3600 }
