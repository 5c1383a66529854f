import { expect, it } from 'vitest'
import { holdsSecret, isSecretField } from './secret-text'

it.each(['token', 'accessToken', 'client_secret', 'X-Hub-Signature', 'apiKey', 'key', 'otp', 'verification_code'])(
  'a field %s holds a secret',
  (name) => expect(isSecretField(name)).toBe(true),
)

it.each(['action', 'keyboard', 'author', 'pinned', 'monkey', 'error_code'])('a field %s holds none', (name) =>
  expect(isSecretField(name)).toBe(false),
)

it.each([
  'ghp_abcdefghijklmnopqrstuvwxyz',
  'Bearer xoxb-12-34-abcdef',
  'sk_live_abcdefgh',
  'eyJhbGciOi.eyJzdWIiOi.x',
  'd57c68ca6f92289e6987922ff26938930f6e66a2',
  'https://hooks.example/T1/B2/a1B2c3D4e5F6g7H8i9',
  'https://x.example/?sig=a1b2c3d4e5f6a7b8c9',
])('%s is one', (text) => expect(holdsSecret(text)).toBe(true))

it.each([
  'opened',
  'customer.subscription.updated.v2',
  'pull_request_review_comment_created_2024',
  '72d3162e-cc78-11e3-81ab-4c9367dc0958',
  'https://example.com/issues/7',
  'Crash on start of version 12.3.4',
])('%s is none', (text) => expect(holdsSecret(text)).toBe(false))
