import { expect, test } from 'vitest'
import { settingsOf } from './settings'
import { shownFlow } from './shown-flow'

const answered = (token: object) =>
  shownFlow('flow', 0, {
    settings: settingsOf({ clientId: 'acme', tokenUrl: 'https://id.example.com/token' }),
    clientSecret: 'the-client-secret-of-acme',
    redirectUri: 'http://localhost:3000/oauth/callback',
    exchanges: [
      {
        step: 'exchange',
        at: 0,
        request: { method: 'POST', url: 'https://id.example.com/token', headers: [], body: 'code=c' },
        answer: {
          status: 200,
          headers: [['content-type', 'application/json']],
          body: JSON.stringify(token),
          milliseconds: 1,
        },
        remarks: [{ verdict: 'note', text: 'ok', remedy: 'Send the-client-secret-of-acme.' }],
      },
    ],
  })

test('a token that is a number is masked, and so is what stands below the name of a secret', async () => {
  const shown = await answered({
    access_token: 123456789012,
    bot_token: { value: 'the-token-of-the-bot' },
    expires_in: 60,
  })
  const text = JSON.stringify(shown)
  for (const secret of ['123456789012', 'the-token-of-the-bot', 'the-client-secret-of-acme'])
    expect(text).not.toContain(secret)
  expect(shown.token?.token.values).toMatchObject({ expires_in: 60 })
})
