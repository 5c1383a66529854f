import { describe, expect, test } from 'vitest'
import { explainError } from './explain-error'
import { places } from './explanation'
import { standardErrors } from './standard-errors'

const first = (description: string, code = '', step: 'callback' | 'exchange' | 'refresh' = 'exchange') =>
  explainError({ step, code, description, status: 400 })[0]

describe('every error code of the standards is explained', () => {
  test.each([
    // RFC 6749 §4.1.2.1, §5.2
    ...['invalid_request', 'unauthorized_client', 'access_denied', 'unsupported_response_type', 'invalid_scope'],
    ...['server_error', 'temporarily_unavailable', 'invalid_client', 'invalid_grant', 'unsupported_grant_type'],
    // RFC 6750 §3.1, RFC 7009 §2.2.1, RFC 8707 §2, RFC 9449, RFC 9470
    ...['invalid_token', 'insufficient_scope', 'unsupported_token_type', 'invalid_target', 'invalid_dpop_proof'],
    ...['use_dpop_nonce', 'insufficient_user_authentication'],
    // OIDC Core §3.1.2.6
    ...['interaction_required', 'login_required', 'account_selection_required', 'consent_required'],
    ...['invalid_request_uri', 'invalid_request_object', 'request_not_supported', 'request_uri_not_supported'],
    'registration_not_supported',
  ])('%s', (code) => {
    expect(explainError({ step: 'callback', code, description: '' })).toEqual([standardErrors[code]])
  })

  test('with a place, a sentence and a remedy each', () => {
    for (const { cause, remedy, where, standard } of Object.values(standardErrors)) {
      expect(cause).toMatch(/^[A-Zp].*\.$/)
      expect(remedy).toMatch(/^[A-Z].*\.$/)
      expect(Object.keys(places)).toContain(where)
      expect(standard).toBeDefined()
    }
  })
})

describe('what services say is known', () => {
  test.each([
    ['Error 400: redirect_uri_mismatch', 'compared character by character'],
    [
      'The redirect_uri MUST match the registered callback URL for this application.',
      'compared character by character',
    ],
    ['INVALID_CLIENT: Invalid redirect URI', 'compared character by character'],
    ['bad_redirect_uri', 'compared character by character'],
    [
      "AADSTS50011: The redirect URI 'http://x' specified in the request does not match",
      'compared character by character',
    ],
    ['Missing or invalid redirect_uri', 'has no host'],
    ['AADSTS90102: redirect_uri value must be a valid absolute URI', 'has no host'],
    ['redirect_uri must use https', 'takes https only'],
    ['AADSTS500113: No reply address is registered for the application.', 'No redirect URI is registered'],
    [
      'AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID',
      'its ID was copied',
    ],
    ['AADSTS65001: The user or administrator has not consented to use the application', 'Nobody has agreed'],
    [
      'AADSTS9002325: Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
      'single-page application',
    ],
    ['AADSTS90094: Admin consent is required for the permissions requested', 'Only an admin'],
    ['bad_verification_code The code passed is incorrect or expired.', 'The code was used before'],
    ['invalid_code', 'The code was used before'],
    ['Malformed auth code.', 'The code was used before'],
    ['code doesn’t exist or has expired', 'The code was used before'],
    ['missing or unknown auth code', 'The code was used before'],
    ['Token has been expired or revoked.', 'The refresh token was taken back'],
    ['incorrect_client_credentials', 'Client ID or secret are wrong'],
    ['The OAuth client was not found.', 'Client ID or secret are wrong'],
    ['bad_client_secret', 'Client ID or secret are wrong'],
    ['Access blocked: Nimbra has not completed the Google verification process', 'not verified by the service'],
    ['admin_policy_enforced', 'lets its people use apps only'],
    ['disallowed_useragent', 'browsers that are built into'],
    ['invalid_grant: Invalid JWT: Token must be used too early', 'clock of this machine'],
    ['PKCE verification failed: code_verifier does not match', 'PKCE verifier'],
    ['code challenge required', 'PKCE verifier'],
    ['missing_scope', 'scope is not granted'],
    ['Unsupported Media Type', 'could not read the body'],
    ['unverified_user_email', 'e-mail address is not verified'],
    ['ratelimited', 'Too many requests'],
  ])('%s', (description, cause) => {
    expect(first(description)?.cause).toContain(cause)
  })

  test('and comes before what the code means', () => {
    const found = explainError({
      step: 'exchange',
      code: 'invalid_grant',
      description: 'Invalid code verifier',
      status: 400,
    })
    expect(found.map(({ cause }) => cause.slice(0, 17))).toEqual(['The PKCE verifier', 'The code was used'])
  })

  test('also where Microsoft puts several codes into one text', () => {
    expect(first('AADSTS500011: x Trace ID: 50011-a')?.cause).toContain('not known in this tenant')
  })
})

test('a code at the refresh means something else than at the exchange', () => {
  expect(first('', 'invalid_grant')?.cause).toContain('The code was used')
  expect(first('', 'invalid_grant', 'refresh')?.cause).toContain('The refresh token is expired')
  expect(first('', 'invalid_client', 'refresh')?.cause).toContain('Client ID or secret')
})

test.each([
  ['client-credentials', 'unauthorized_client', 'may not ask for a token of its own', 'RFC 6749 §5.2'],
  ['exchange', 'invalid_request', 'lacks a parameter', 'RFC 6749 §5.2'],
  ['callback', 'invalid_request', 'lacks a parameter', 'RFC 6749 §4.1.2.1'],
  ['introspect', 'invalid_client', 'right for the token URL', 'RFC 6749 §5.2'],
  ['revoke', 'unsupported_token_type', 'does not take back', 'RFC 7009 §2.2.1'],
  ['userinfo', 'invalid_token', 'for another API', 'RFC 6750 §3.1'],
  ['try', 'invalid_request', 'The call lacks', 'RFC 6750 §3.1'],
] as const)('at %s, %s is explained for that step', (step, code, cause, standard) => {
  const [found] = explainError({ step, code, description: '', status: 400 })
  expect(found?.cause).toContain(cause)
  expect(found?.standard).toBe(standard)
})

test.each([
  [401, 'The token was not accepted', 'client secret'],
  [403, 'The token is good, but not for this call', 'client'],
  [405, 'takes no GET', 'POST'],
  [418, 'did not say why', 'Client sign-in'],
])('status %i of a call with the token says nothing of the client', (status, cause, never) => {
  const [found] = explainError({ step: 'who-am-i', code: '', description: '', status })
  expect(found?.cause).toContain(cause)
  expect(`${found?.cause} ${found?.remedy}`).not.toContain(never)
})

describe('where the server says no more', () => {
  test.each([
    [401, 'not accepted'],
    [403, 'does not permit'],
    [404, 'nothing at this address'],
    [405, 'takes no POST'],
    [415, 'does not read this form'],
    [302, 'not the final one'],
    [500, 'failed'],
    [418, 'did not say why'],
    [200, 'not as this address should'],
  ])('status %i is explained', (status, cause) => {
    const found = explainError({ step: 'exchange', code: '', description: '', status })
    expect(found).toHaveLength(1)
    expect(found[0]?.cause).toContain(cause)
  })

  test('the time to wait is told', () => {
    const error = { step: 'exchange', code: '', description: '', status: 429 } as const
    expect(explainError({ ...error, retryAfter: 30 })[0]?.remedy).toContain('30 s')
    expect(explainError(error)[0]?.remedy).toContain('a minute')
    expect(explainError({ ...error, status: 503, code: 'temporarily_unavailable' })).toHaveLength(1)
  })

  test.each([
    ['slow_down', ''],
    ['rate_limited', ''],
    ['', 'Too many requests'],
    ['', 'quota exceeded'],
  ])('429 with %j and %j is explained once', (code, description) => {
    const found = explainError({ step: 'exchange', code, description, status: 429, retryAfter: 30 })
    expect(found.map(({ remedy }) => remedy)).toEqual(['Try again after 30 s, as the server asks (Retry-After).'])
  })

  test('a code of nobody’s is said to be one', () => {
    expect(explainError({ step: 'callback', code: 'toString', description: '' })[0]?.cause).toContain(
      'error of its own',
    )
  })
})
