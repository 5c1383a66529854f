import { expect, test } from 'vitest'
import { settingsOf, type OAuthSettings } from './settings'
import { shownFlow } from './shown-flow'

const answered = (token: object | string, part: Partial<OAuthSettings> = {}) =>
  shownFlow('flow', 0, {
    settings: settingsOf({ clientId: 'acme', tokenUrl: 'https://id.example.com/token', ...part }),
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
          body: typeof token === 'string' ? token : JSON.stringify(token),
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

test('a token that is a long number is masked to its last digit, in the answer and in what came', async () => {
  const shown = await answered(
    '{"access_token":12345678901234567891,"seen":[12345678901234567891],"id":98765432109876543210}',
  )
  expect(JSON.stringify(shown)).not.toContain('1234567890123456')
  expect(shown.exchanges[0]?.answer?.body).toBe(
    '{"access_token":••••••7891,"seen":[••••••7891],"id":98765432109876543210}',
  )
  expect(shown.token?.token.values).toMatchObject({ id: '98765432109876543210' })
  expect(shown.token?.notText).toEqual(['access_token', 'seen', 'id'])
})

test.each([
  '<token><access_token>4kQx82LmZp0r7Qe2</access_token><key>mV3-x9_TtB71cDwK</key></token>',
  '{"access":"4kQx82LmZp0r7Qe2","list":["mV3-x9_TtB71cDwK"],"access_token":"a"}',
  'access=4kQx82LmZp0r7Qe2&access_token=a&x=mV3-x9_TtB71cDwK',
  '4kQx82LmZp0r7Qe2mV3-x9_TtB71cDwK',
])('whatever looks like a token in an answer of the token endpoint is masked: %s', async (body) => {
  const shown = JSON.stringify(await answered(body))
  for (const secret of ['4kQx82LmZp0r', 'mV3-x9_TtB71']) expect(shown).not.toContain(secret)
})

test('each step is offered with its request, secrets masked, or with what is lacking', async () => {
  const { offers } = await answered({ access_token: 'at_0123456789abcdef', refresh_token: 'rt_0123456789abcdef' })
  const refresh = offers.find(({ step }) => step === 'refresh')
  expect(refresh).toMatchObject({ ok: true, request: { method: 'POST', url: 'https://id.example.com/token' } })
  expect(JSON.stringify(offers)).not.toContain('0123456789')
  expect(offers.find(({ step }) => step === 'userinfo')).toMatchObject({
    ok: false,
    reason: 'Fill in the userinfo URL.',
  })
  expect(offers.find(({ step }) => step === 'exchange')).toMatchObject({ ok: false })
})

test('it is told which values came as no text and which are the client secret, since masks do not', async () => {
  const { token } = await answered({ access_token: 'a', bot_token: 123456789012, copy: 'the-client-secret-of-acme' })
  expect(token).toMatchObject({ notText: ['bot_token'], clientSecretAt: ['copy'] })
})

test('the client secret is masked where a server repeats it as the base64 of a Basic header', async () => {
  const base64 = btoa('acme:the-client-secret-of-acme')
  const shown = await answered({ access_token: 'at_0123456789abcdef', seen: `credentials ${base64}` })
  expect(JSON.stringify(shown)).not.toContain(base64.slice(0, 20))
})

test('what parameters and headers hold under the name of a secret is masked in settings, requests and answers', async () => {
  const shown = await answered(
    { access_token: 'at_0123456789abcdef', seen: ['the-assertion-of-acme', 'the-key-of-acme'] },
    {
      tokenParameters: [{ name: 'client_assertion', value: 'the-assertion-of-acme' }],
      refreshParameters: [{ name: 'password', value: 'the-client-secret-of-acme' }],
      tokenHeaders: [{ name: 'X-Api-Key', value: 'Token the-key-of-acme' }],
    },
  )
  for (const secret of ['the-assertion', 'the-key', 'the-client-secret'])
    expect(JSON.stringify(shown)).not.toContain(secret)
})
