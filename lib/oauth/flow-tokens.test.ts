import { expect, test } from 'vitest'
import type { OAuthFlow } from './flow'
import { tokenOf, withoutClientSecret } from './flow-tokens'
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
