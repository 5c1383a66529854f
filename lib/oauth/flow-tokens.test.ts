import { expect, test } from 'vitest'
import type { OAuthFlow } from './flow'
import { secretsOf, tokenOf, withoutClientSecret } from './flow-tokens'
import { settingsOf } from './settings'

test.each(['the-secret/of-acme', 'x9z'])(
  'a client secret goes from all of a flow, and its token stays: %s',
  (secret) => {
    const base64 = btoa(`acme:${encodeURIComponent(secret)}`)
    const flow: OAuthFlow = {
      settings: settingsOf({ clientId: 'acme', clientAuthentication: 'basic' }),
      clientSecret: secret,
      redirectUri: 'http://localhost:3000/oauth/callback',
      exchanges: [
        {
          step: 'exchange',
          at: 0,
          request: {
            method: 'POST',
            url: 'https://id.example.com/token',
            headers: [['Authorization', `Basic ${base64}`]],
            body: `client_secret=${encodeURIComponent(secret)}`,
          },
          answer: {
            status: 200,
            headers: [['X-Echo', secret.length > 5 ? secret : '']],
            body: JSON.stringify({
              access_token: 'at_0123456789abcdef',
              seen: secret.length > 5 ? [secret, base64] : [],
            }),
            milliseconds: 1,
          },
          remarks: [],
        },
      ],
    }
    const without = withoutClientSecret(flow)
    for (const spelling of [secret, encodeURIComponent(secret), base64])
      expect(JSON.stringify(without)).not.toContain(spelling)
    expect(tokenOf(without)?.token.accessToken).toBe('at_0123456789abcdef')
  },
)

const exchanged = (body: string): OAuthFlow['exchanges'][number] => ({
  step: 'exchange',
  at: 0,
  request: { method: 'POST', url: 'https://id.example.com/token', headers: [] },
  answer: { status: 200, headers: [], body, milliseconds: 1 },
  remarks: [{ verdict: 'bent', text: 'token_type is a-long-secret.' }],
})
const flowOf = (clientSecret: string, ...bodies: string[]): OAuthFlow => ({
  settings: settingsOf({ clientId: 'acme' }),
  clientSecret,
  redirectUri: 'http://localhost:3000/oauth/callback',
  exchanges: bodies.map(exchanged),
})

test('a client secret goes from what is said of an answer too', () => {
  const flow = flowOf('a-long-secret', '{"access_token":"at_0123456789abcdef","token_type":"a-long-secret"}')
  expect(JSON.stringify(withoutClientSecret(flow))).not.toContain('a-long-secret')
})

test.each(['access', 'secret'])('a client secret that is a word of the answer costs no token: %s', (secret) => {
  const flow = flowOf(secret, '{"access_token":"my-secret-token-0123456789"}')
  expect(tokenOf(withoutClientSecret(flow))?.token.accessToken).toBe('my-secret-token-0123456789')
})

test('of many answers that are full of what looks secret, that of the newest is masked', () => {
  const body = (at: number) =>
    JSON.stringify({
      access_token: 'at',
      odd: Array.from({ length: 90 }, (_, each) => `v${at}x${each}abcdefghijklmnop`),
    })
  const found = secretsOf(flowOf('', ...Array.from({ length: 7 }, (_, at) => body(at))))
  expect(found).toContain('v6x89abcdefghijklmnop')
  expect(found.length).toBeLessThan(120)
})
