import type { Step } from '../flow'
import type { Standard } from '../standard'
import type { Explanation } from './explanation'

/** What steps have in common: who is asked, and with what. */
export type StepGroup = 'callback' | 'token' | 'client' | 'refresh' | 'about' | 'use'

/** Which group a step belongs to: about a token asks the client, with a token its holder. */
export const groupOfStep: Readonly<Record<Step | 'callback', StepGroup>> = {
  callback: 'callback',
  exchange: 'token',
  'client-credentials': 'client',
  refresh: 'refresh',
  introspect: 'about',
  revoke: 'about',
  'revoke-access': 'about',
  userinfo: 'use',
  'who-am-i': 'use',
  try: 'use',
}

/** The paragraph for codes that more than one request can be answered by. */
export function paragraphOf(group: StepGroup, code: string): Standard | undefined {
  if (!['invalid_request', 'unauthorized_client', 'invalid_scope'].includes(code)) return undefined
  return group === 'token' || group === 'client' || group === 'refresh' ? 'RFC 6749 §5.2' : undefined
}

/** What a code means at one group of steps, where that is not what it means at the sign-in and the exchange. */
export const stepErrors: Readonly<Partial<Record<StepGroup, Readonly<Record<string, Explanation>>>>> = {
  client: {
    unauthorized_client: {
      cause: 'This client may not ask for a token of its own.',
      remedy:
        'Allow the client credentials grant for it; some services want another kind of client (machine, service account).',
      where: 'service',
      standard: 'RFC 6749 §5.2',
    },
    invalid_grant: {
      cause: 'The service takes this client for one that people sign in to.',
      remedy: 'Look whether the service has client credentials at all, and which client may use them.',
      where: 'service',
      standard: 'RFC 6749 §5.2',
    },
  },
  refresh: {
    invalid_grant: {
      cause: 'The refresh token is expired, taken back, of another client, or was used before where each works once.',
      remedy:
        'Sign in again. Where each works once, Python must return the new refresh token, or Dify sends the old one the next time.',
      where: 'plugin',
      standard: 'RFC 6749 §5.2',
    },
    invalid_scope: {
      cause: 'The refresh asks for more than was granted.',
      remedy: 'Do not send the scopes at a refresh, or only those that were granted.',
      where: 'settings',
      standard: 'RFC 6749 §6',
    },
    unauthorized_client: {
      cause: 'This client may not refresh, or the refresh token is another client’s.',
      remedy: 'Allow the refresh token grant for the client, and sign in again with it.',
      where: 'service',
      standard: 'RFC 6749 §5.2',
    },
  },
  about: {
    invalid_client: {
      cause: 'The client was not accepted here, though its secret may be right for the token URL.',
      remedy:
        'Copy the secret again, and look how this address wants the client: many servers want basic here, and let public clients ask nothing.',
      where: 'settings',
      standard: 'RFC 6749 §5.2',
    },
    invalid_request: {
      cause: 'The request lacks a parameter, or has one that this address does not know.',
      remedy: 'Compare the address with the documentation: it takes token and token_type_hint as a form.',
      where: 'settings',
      standard: 'RFC 7009 §2.1',
    },
    invalid_token: {
      cause: 'This address wants a token of its own in the header, or does not know the one that was asked about.',
      remedy: 'Look up who may ask here: some servers let only an API with a token of its own do so.',
      where: 'service',
      standard: 'RFC 7662 §2.1',
    },
  },
  use: {
    invalid_request: {
      cause: 'The call lacks a parameter, or the token was looked for in another place.',
      remedy: 'Compare the address and its parameters with the documentation, and the word before the token.',
      where: 'settings',
      standard: 'RFC 6750 §3.1',
    },
    access_denied: {
      cause: 'The service does not permit this call to this account.',
      remedy: 'Look at the permissions of the person, and at the scopes of the token.',
      where: 'service',
      standard: 'RFC 6750 §3.1',
    },
  },
}
