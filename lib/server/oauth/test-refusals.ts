import 'server-only'
import { accessToken, clientSecret, code, json, token, type Answer, type AnswerCase, type Told } from './test-answers'

/** Answers of token endpoints that have none, as they come, and what is to be said of each. */
export const refusals: readonly AnswerCase[] = [
  [
    'nested, where the settings do not know it',
    json({ ok: true, authed_user: token }),
    { fail: ['There is no token at access_token. There is one at authed_user.access_token'], strict: 'fail' },
  ],
  [
    'an error with HTTP 200, as GitHub sends it',
    json({ error: 'bad_verification_code', error_description: 'The code passed is incorrect or expired.' }),
    {
      refusal: { code: 'bad_verification_code' },
      bent: ['came with HTTP 200'],
      strict: 'fail',
      explains: 'used before',
    },
  ],
  [
    'an error with HTTP 200, as Slack sends it',
    json({ ok: false, error: 'invalid_code' }),
    { refusal: { code: 'invalid_code' }, bent: ['came with HTTP 200'], strict: 'fail', explains: 'used before' },
  ],
  [
    'an error as a form with HTTP 200',
    {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'error=incorrect_client_credentials&error_description=The+client_id+is+incorrect.',
    },
    { refusal: { code: 'incorrect_client_credentials' }, bent: ['form-encoded', 'came with HTTP 200'], strict: 'fail' },
  ],
  [
    'an error that is an object',
    json({ error: { code: 190, message: 'Invalid code', type: 'OAuthException' } }, { status: 400 }),
    { refusal: { code: '190', description: 'Invalid code' }, strict: 'fail' },
  ],
  [
    'an error of the standard',
    json({ error: 'invalid_grant', error_description: 'Code expired' }, { status: 400 }),
    { refusal: { code: 'invalid_grant', description: 'Code expired' }, strict: 'pass', explains: 'code' },
  ],
  [
    '401 with WWW-Authenticate',
    json({ error: 'invalid_client' }, { status: 401, headers: { 'www-authenticate': 'Basic realm="token"' } }),
    { refusal: { code: 'invalid_client' }, strict: 'pass', explains: 'Client ID or secret' },
  ],
  [
    '401 with WWW-Authenticate and nothing else',
    { status: 401, headers: { 'www-authenticate': 'Basic realm="token"' } },
    { refusal: { code: '' }, fail: ['The answer is empty (HTTP 401)'], strict: 'fail', explains: 'client secret' },
  ],
  [
    'a web page',
    { headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Sign in</title>' },
    { refusal: { code: '', description: 'Sign in' }, fail: ['A web page came back instead of JSON'], strict: 'fail' },
  ],
  [
    'a web page of a gateway',
    { status: 502, headers: { 'content-type': 'text/html' }, body: '<html><title>Bad gateway</title>' },
    { refusal: { code: '', description: 'Bad gateway' }, fail: ['A web page'], strict: 'fail', explains: 'gateway' },
  ],
  ['a list', json([token]), { refusal: { code: '' }, fail: ['JSON, but no object'], strict: 'fail' }],
  ['a text', json('"hello"'), { refusal: { code: '' }, fail: ['JSON, but no object'], strict: 'fail' }],
  ['nothing', {}, { refusal: { code: '' }, fail: ['The answer is empty (HTTP 200)'], strict: 'fail' }],
  ['HTTP 204', { status: 204 }, { refusal: { code: '' }, fail: ['The answer is empty (HTTP 204)'], strict: 'fail' }],
  [
    'JSON that is cut off',
    json(`{"access_token":"${accessToken}","token_ty`),
    { refusal: { code: '' }, fail: ['neither JSON nor a form'], strict: 'fail' },
  ],
  [
    'an empty token',
    json({ ...token, access_token: '' }),
    { bent: ['access_token is empty'], fail: ['There is no token at access_token'], strict: 'fail' },
  ],
  [
    'too many requests',
    json({ error: 'slow_down' }, { status: 429, headers: { 'retry-after': '30' } }),
    { refusal: { code: 'slow_down' }, strict: 'pass', explains: '30 s' },
  ],
  [
    'a failure of the server',
    { status: 500, headers: { 'content-type': 'text/plain' }, body: 'Internal Server Error' },
    { refusal: { code: '' }, fail: ['neither JSON nor a form (HTTP 500)'], strict: 'fail', explains: 'failed' },
  ],
  ...[301, 302, 303, 307, 308].map((status): [string, Answer, Told] => [
    `HTTP ${status}`,
    { status, headers: { location: `https://elsewhere.example/token?code=${code}&access_token=${accessToken}` } },
    {
      refusal: { code: '' },
      fail: [`on to https://elsewhere.example/token (HTTP ${status})`],
      strict: 'fail',
      explains: 'final',
    },
  ]),
  [
    'names that mean something to JavaScript',
    json(`{"__proto__":{"access_token":"${accessToken}"},"constructor":"x","toString":null,"token_type":"Bearer"}`),
    { fail: ['There is no token at access_token'], strict: 'fail' },
  ],
  [
    'what it was sent, in every place',
    {
      status: 400,
      headers: {
        'content-type': 'application/json',
        'x-debug': `code=${code}; secret ${clientSecret}`,
        'set-cookie': [`code=${code}`, `s=${clientSecret}`],
        'www-authenticate': `Basic realm="${clientSecret}"`,
      },
      body: JSON.stringify({
        error: 'invalid_grant',
        error_description: `${code} of ${encodeURIComponent(clientSecret)} is over`,
      }),
    },
    {
      refusal: { code: 'invalid_grant', description: '••••••-Xy7 of ••••••-Zq9 is over' },
      strict: 'pass',
      explains: 'code',
    },
  ],
]
