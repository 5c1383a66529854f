import 'server-only'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { accessToken, good, json, token, type Answer, type AnswerCase } from './test-answers'

const packed = (encoding: string, pack: (text: string) => Uint8Array): Answer => ({
  headers: { 'content-type': 'application/json', 'content-encoding': encoding },
  body: pack(JSON.stringify(token)),
})

/** Answers of token endpoints that have a token, as they come, and what is to be said of each. */
export const tokenAnswers: readonly AnswerCase[] = [
  ['as the standard has it', json(token), { token: good, strict: 'pass' }],
  [
    'as a form',
    {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `access_token=${accessToken}&scope=read&token_type=bearer&expires_in=3600`,
    },
    { token: { ...good, tokenType: 'bearer' }, bent: ['form-encoded', 'expires_in is a text'], strict: 'fail' },
  ],
  [
    'as a form that says it is text',
    { headers: { 'content-type': 'text/plain' }, body: `access_token=${accessToken}&token_type=bearer&scope=read` },
    { token: { accessToken: good.accessToken }, bent: ['form-encoded'], strict: 'fail' },
  ],
  [
    'without token_type',
    json({ ...token, token_type: undefined }),
    { token: good, bent: ['token_type is missing'], strict: 'fail' },
  ],
  [
    'with a lower-case bearer',
    json({ ...token, token_type: 'bearer' }),
    { token: { tokenType: 'bearer' }, strict: 'pass' },
  ],
  ['with BEARER', json({ ...token, token_type: 'BEARER' }), { token: { tokenType: 'BEARER' }, strict: 'pass' }],
  [
    'of another type',
    json({ ...token, token_type: 'mac' }),
    { token: { tokenType: 'mac' }, bent: ['token_type is "mac"'], strict: 'fail' },
  ],
  [
    'with a lifetime as text',
    json({ ...token, expires_in: '3600' }),
    { token: good, bent: ['expires_in is a text'], strict: 'pass' },
  ],
  [
    'with a lifetime as a text with a point',
    json({ ...token, expires_in: '3600.0' }),
    { token: good, bent: ['expires_in is a text'], strict: 'pass' },
  ],
  [
    'with a lifetime that is a point in time',
    json({ ...token, expires_in: 1_790_000_000 }),
    { token: { expiresIn: 1_790_000_000 }, bent: ['looks like a point in time'], strict: 'pass' },
  ],
  [
    'with a lifetime below zero',
    json({ ...token, expires_in: -1 }),
    { token: {}, bent: ['tells no lifetime'], strict: 'fail' },
  ],
  [
    'without a lifetime',
    json({ ...token, expires_in: undefined }),
    { token: {}, note: ['does not say how long'], strict: 'pass' },
  ],
  [
    'nested, where the settings say so',
    json({ ok: true, authed_user: { ...token, token_type: 'user' } }),
    {
      token: { accessToken: good.accessToken },
      bent: ['stands at authed_user.access_token', '"user"'],
      strict: 'fail',
    },
    { tokenPath: 'authed_user.access_token' },
  ],
  [
    'an error beside null and empty ones',
    json({ ...token, error: null, error_description: '' }),
    { token: good, strict: 'pass' },
  ],
  ['packed by gzip', packed('gzip', gzipSync), { token: good, strict: 'pass' }],
  ['packed by deflate', packed('deflate', deflateSync), { token: good, strict: 'pass' }],
  ['packed by brotli', packed('br', brotliCompressSync), { token: good, strict: 'pass' }],
  [
    'with a byte order mark',
    json(`\ufeff${JSON.stringify(token)}`),
    { token: good, bent: ['begins with a byte order mark'], strict: 'pass' },
  ],
  [
    'in Latin-1',
    {
      headers: { 'content-type': 'application/json; charset=ISO-8859-1' },
      body: Buffer.from(JSON.stringify({ ...token, name: 'Jürgen' }), 'latin1'),
    },
    { token: { ...good, values: { name: 'Jürgen' } }, strict: 'pass' },
  ],
  [
    'in UTF-16 without saying so',
    { headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify(token), 'utf16le') },
    { token: good, strict: 'pass' },
  ],
  [
    'in a charset that there is not',
    json(token, { headers: { 'content-type': 'application/json; charset=klingon' } }),
    { token: good, strict: 'pass' },
  ],
  [
    'with a name twice',
    json(
      `{"access_token":"canary-first-of-two-Rt3","access_token":"${accessToken}","token_type":"Bearer","x":{"x":1,"x":2}}`,
    ),
    { token: { accessToken: good.accessToken }, bent: ['access_token stands twice'], strict: 'pass' },
  ],
  [
    'with a name twice in a form',
    { body: `access_token=canary-first-of-two-Rt3&token_type=Bearer&access_token=${accessToken}` },
    { token: { accessToken: good.accessToken }, bent: ['form-encoded', 'access_token stands twice'], strict: 'fail' },
  ],
  [
    'JSON that calls itself HTML',
    { headers: { 'content-type': 'text/html' }, body: JSON.stringify(token) },
    { token: good, bent: ['The JSON came as text/html'], strict: 'fail' },
  ],
  [
    'JSON without a type',
    { body: JSON.stringify(token) },
    { token: good, bent: ['came without a Content-Type'], strict: 'fail' },
  ],
  ['with HTTP 201', json(token, { status: 201 }), { token: good, bent: ['came with HTTP 201'], strict: 'fail' }],
  [
    'a token that is a number',
    json({ ...token, access_token: 314159265358979 }),
    { token: { accessToken: '••••••8979' }, bent: ['access_token is a number'], strict: 'fail' },
  ],
  [
    'a token that cannot stand in a header',
    json({ ...token, access_token: 'canary-access token\nWv5' }),
    { token: {}, bent: ['cannot stand in a header'], strict: 'pass' },
  ],
  [
    'scopes as a list',
    json({ ...token, scope: ['read', 'write'] }),
    { token: { scope: 'read write' }, bent: ['scope is a list'], strict: 'fail' },
  ],
  [
    'fewer scopes than asked for',
    json({ ...token, scope: 'read' }),
    { token: good, fail: ['not granted: write'], strict: 'pass' },
    { scopes: ['read', 'write'] },
  ],
  [
    'nested deeper than anything',
    json(
      `{"access_token":"${accessToken}","token_type":"Bearer","expires_in":3600,"a":${'['.repeat(60_000)}${']'.repeat(60_000)}}`,
    ),
    { token: good, strict: 'pass' },
  ],
]
