import { practiceAnswer } from './practice'
import type { Standard } from './standard'

export interface ParameterHelp {
  /** What it is for, and who asks for it. */
  why: string
  /** What breaks where it is missing or wrong. */
  without?: string
  standard?: Standard
}

/** What the parameters of an authorization URL mean, those of the standards and those of well-known services. */
export const authorizationParameters: Readonly<Record<string, ParameterHelp>> = {
  response_type: {
    why: 'Asks for a code, the only answer that Dify can take.',
    without: 'The server refuses with invalid_request, or answers in a way that Dify cannot read.',
    standard: 'RFC 6749 §4.1.1',
  },
  client_id: {
    why: 'Names the client that is registered with the service. Not a secret.',
    without: 'The server does not know who asks, and shows an error page instead of coming back.',
    standard: 'RFC 6749 §4.1.1',
  },
  redirect_uri: {
    why: 'Where the browser comes back to. It is compared with the registered ones character by character.',
    without: 'A slash, http or a port too much, and the server shows redirect_uri_mismatch and does not come back.',
    standard: 'RFC 6749 §3.1.2',
  },
  scope: {
    why: 'What the token may do. The person is asked to agree to it.',
    without: 'The token can do what the service gives by default, which may be nothing.',
    standard: 'RFC 6749 §3.3',
  },
  state: {
    why: 'A random text that must come back unchanged: it ties the answer to the browser that asked. Dify does not check it, the Python of the plugin has to.',
    without: "Somebody else's code could be slipped in, and another account connected.",
    standard: 'RFC 6749 §10.12',
  },
  code_challenge: {
    why: 'The SHA-256 of a secret that stays here until the exchange: a stolen code is of no use without it.',
    without: 'Whoever sees the code can exchange it. Some servers refuse the request without it.',
    standard: 'RFC 7636 §4.3',
  },
  code_challenge_method: {
    why: 'How the challenge was made from the verifier.',
    without: 'The server takes the challenge for the verifier itself (plain), and the exchange fails.',
    standard: 'RFC 7636 §4.3',
  },
  nonce: {
    why: 'A random text that the ID token must repeat, asked for by OpenID Connect.',
    without: 'An old ID token could be passed off as new.',
    standard: 'OIDC Core §3.1.2.1',
  },
  prompt: {
    why: 'Whether the service asks the person again. consent asks even who agreed before.',
    without: 'Who agreed before is sent back at once; some services then give no refresh token.',
    standard: 'OIDC Core §3.1.2.1',
  },
  audience: {
    why: 'Names the API that the token is for, where a server gives tokens for several.',
    without: 'The token is for another API, or none, and calls are answered with 401.',
  },
  resource: {
    why: 'Names the API that the token is for.',
    without: 'The token is for another API, and calls are answered with 401.',
    standard: 'RFC 8707 §2',
  },
  response_mode: {
    why: 'How the answer comes back. Dify reads the query of a GET only.',
    standard: 'RFC 6749 §4.1.2',
  },
  login_hint: { why: 'The account to sign in with, filled in for the person.', standard: 'OIDC Core §3.1.2.1' },
  access_type: {
    why: 'Google: offline asks for a refresh token.',
    without: 'The access ends with the first token, after an hour.',
  },
  include_granted_scopes: { why: 'Google: adds what the person agreed to before.' },
  token_access_type: {
    why: 'Dropbox: offline asks for a refresh token.',
    without: 'The access ends with the first token, after some hours.',
  },
  owner: { why: 'Notion: user, since a person agrees and not a workspace.', without: 'Notion refuses the request.' },
  show_dialog: { why: 'Spotify: whether who agreed before is asked again.' },
  [practiceAnswer.name]: {
    why: 'Practice provider: agrees in the place of the person, so that one click is enough.',
    without: 'Its page asks, as that of every service does.',
  },
  user_scope: {
    why: "Slack: what the person's own token may do; scope is for the bot's.",
    without: 'Only a bot token comes back.',
  },
}
