import type { KnownMessage } from './explanation'

/** Messages of well-known services on codes, clients, consent and clocks, as their documentation has them. */
export const serviceMessages: readonly KnownMessage[] = [
  {
    words:
      /issued in the future|used too early|not yet valid|\b(?:iat|nbf)\b|clock (?:skew|drift)|time ?(?:stamp)? (?:is )?(?:out of range|skew)|system (?:clock|time)/,
    cause: 'The clock of this machine differs from that of the server.',
    remedy: 'Set the clock by a time server (NTP); containers take that of their host.',
    where: 'machine',
  },
  {
    words: /code[_ ]verifier|pkce|code[_ ]challenge|proof key/,
    cause:
      'The PKCE verifier is missing or is not the one whose challenge was sent, or the server wants PKCE, or does not know it.',
    remedy: 'Set PKCE to S256 and start again in one tab; where the server does not know it, switch it off.',
    where: 'settings',
    standard: 'RFC 7636 §4.6',
  },
  {
    words:
      /bad_verification_code|code_already_used|bad_auth_code|invalid_code|malformed auth code|invalid "?code"?|authorization[_ ]code.*(?:invalid|expired|not found|used|redeemed)|(?:invalid|expired|unknown|missing).*(?:authorization|auth|verification) code|code (?:was )?already|code (?:has )?expired|code doesn.t exist|code has been used/,
    cause:
      'The code was used before, is too old (often ten minutes, at some services one), or was cut or encoded when it was copied.',
    remedy:
      'Start again and exchange at once. A pasted code must be taken from the address as a whole and decoded once ("%2F" is "/").',
    where: 'person',
    standard: 'RFC 6749 §4.1.2',
  },
  {
    words:
      /bad_refresh_token|invalid_refresh_token|refresh[_ ]token.*(?:invalid|expired|revoked|used|not found)|token has been expired or revoked|invalid_rapt|(?:invalid|expired|unknown).*refresh[_ ]token/,
    cause:
      'The refresh token was taken back, has expired, or was used before. Google ends those of an app in testing after 7 days.',
    remedy: 'Sign in again. Where each works once, Python must return the new one; at Google publish the app.',
    where: 'plugin',
    standard: 'RFC 6749 §6',
  },
  {
    words:
      /incorrect_client_credentials|bad_client_secret|invalid_client_id|invalid[_ ]client[_ ]secret|client (?:authentication|credentials?) (?:failed|invalid|missing)|(?:client_id|client_secret|app(?:lication)?) (?:is |was )?(?:not found|invalid|unknown|missing|wrong|incorrect)|unknown client|client.*not found|deleted_client|oauth client was not found|missing client authentication/,
    cause: 'Client ID or secret are wrong, deleted, or stand in a place where the service does not look.',
    remedy:
      'Copy both again, without blanks, from the same client; switch "Client sign-in" between "Basic header" and "In the body".',
    where: 'settings',
    standard: 'RFC 6749 §2.3.1',
  },
  {
    words: /unverified_user_email/,
    cause: 'GitHub gives no token to somebody whose e-mail address is not verified.',
    remedy: 'Verify the address in the settings of the GitHub account.',
    where: 'person',
  },
  {
    words: /application_suspended|app(?:lication)? (?:is |has been )?(?:suspended|disabled|deactivated|blocked)/,
    cause: 'The service has suspended the client.',
    remedy: 'Ask the service, or register another client.',
    where: 'service',
  },
  {
    words:
      /(?:has not|hasn.t|not been) (?:completed the google )?verif|unverified app|app (?:is )?not verified|access blocked|app_not_verified|not (?:yet )?approved|test(?:ing)? (?:mode|users?)|developer mode/,
    cause: 'The app is not verified by the service, or in testing: only listed test users may sign in.',
    remedy:
      'Add the account as a test user, or publish the app and have it verified. At Google people can pass by "Advanced" where the scopes allow it.',
    where: 'service',
  },
  {
    words:
      /admin_policy_enforced|admin(?:istrator)? (?:consent|approval)|needs? admin|org_internal|app_not_approved|not_allowed_token_type|restricted by.*(?:admin|organi[sz]ation)|oauth app access restrictions/,
    cause: 'The organization lets its people use apps only that an admin has permitted.',
    remedy:
      'An admin must permit the client; at GitHub by "OAuth app policy" of the organization, at Google by "API controls".',
    where: 'service',
  },
  {
    words: /disallowed_useragent/,
    cause: 'Google refuses browsers that are built into other apps.',
    remedy: 'Copy the authorization URL and open it in an ordinary browser.',
    where: 'person',
  },
  {
    words:
      /missing_scope|scope.*(?:not (?:granted|allowed|authorized)|missing|insufficient)|insufficient.*(?:scope|permission)|invalid_permissions|no_scopes/,
    cause: 'The scope is not granted to the client or to the token.',
    remedy: 'Add it at the client and in the settings, and sign in again: a refresh never adds scopes.',
    where: 'settings',
    standard: 'RFC 6749 §3.3',
  },
  {
    words:
      /token_expired|token_revoked|account_inactive|not_authed|invalid_auth|bad credentials|token.*(?:expired|revoked)/,
    cause: 'The token is expired or was taken back, or did not arrive.',
    remedy: 'Refresh it or sign in again; look whether the service reads "Bearer" or another word before the token.',
    where: 'person',
    standard: 'RFC 6750 §3.1',
  },
  {
    words: /grant_type|unsupported media type|content[- ]type|could not parse|malformed (?:json|body|request)/,
    cause: 'The service could not read the body.',
    remedy: 'Switch the body between form and JSON.',
    where: 'settings',
    standard: 'RFC 6749 §4.1.3',
  },
  {
    words: /rate.?limit|too many requests|ratelimited|quota/,
    cause: 'Too many requests were sent.',
    remedy: 'Wait for as long as Retry-After says, or a minute.',
    where: 'wait',
  },
]
