import type { Standard } from '../standard'
import type { Explanation } from './explanation'

/** The error codes of the standards, as they come with the browser; what one means at other steps stands in `stepErrors`. */
export const standardErrors: Readonly<Record<string, Explanation>> = {
  // RFC 6749 §4.1.2.1 and §5.2
  invalid_request: {
    cause: 'The request lacks a parameter, has one twice, or one that the server does not know.',
    remedy:
      'Read the description of the error. Compare the extra parameters with the documentation, and try the other form of the body (form or JSON).',
    where: 'settings',
    standard: 'RFC 6749 §4.1.2.1',
  },
  unauthorized_client: {
    cause: 'This client may not use this grant.',
    remedy:
      'Allow the authorization code grant (for refreshing also the refresh token grant) for the client. A refresh token of another client gives this too.',
    where: 'service',
    standard: 'RFC 6749 §4.1.2.1',
  },
  access_denied: {
    cause: 'The person said no, or the service or an admin does not let this person agree.',
    remedy:
      'Sign in again and agree. If no question was shown: an admin must permit the app, or the person must be a test user of it.',
    where: 'person',
    standard: 'RFC 6749 §4.1.2.1',
  },
  unsupported_response_type: {
    cause: 'The server gives this client no code.',
    remedy:
      'Register the client as a web application with the authorization code flow; take response_type out of the extra parameters.',
    where: 'service',
    standard: 'RFC 6749 §4.1.2.1',
  },
  unsupported_response_mode: {
    cause: 'The server does not answer in the query.',
    remedy: 'Set response_mode to "query" or leave it out: Dify reads nothing else.',
    where: 'settings',
    standard: 'RFC 6749 §4.1.2',
  },
  invalid_scope: {
    cause: 'A scope is unknown, misspelt, not granted to this client, or the list has the wrong delimiter.',
    remedy:
      'Compare each scope with the documentation and with those of the client; scopes are parted by a blank, at a few services by a comma.',
    where: 'settings',
    standard: 'RFC 6749 §4.1.2.1',
  },
  server_error: {
    cause: 'The server failed. Some also say so when the redirect URI or a scope is wrong.',
    remedy: 'Try again in a minute. If it stays, look for a report of trouble at the service.',
    where: 'wait',
    standard: 'RFC 6749 §4.1.2.1',
  },
  temporarily_unavailable: {
    cause: 'The server is overloaded or under maintenance.',
    remedy: 'Try again in a minute.',
    where: 'wait',
    standard: 'RFC 6749 §4.1.2.1',
  },
  invalid_client: {
    cause: 'Client ID or secret are wrong or expired, or the server wants the client in another place.',
    remedy:
      'Copy the secret again, without blanks, and its value rather than its ID. Else switch "Client sign-in" between "Basic header" and "In the body" ("Basic header, not encoded" where the secret has special characters).',
    where: 'settings',
    standard: 'RFC 6749 §5.2',
  },
  invalid_grant: {
    cause:
      'The code was used before or is too old, or the redirect URI or the PKCE verifier is not that of the sign-in.',
    remedy:
      'Start again: a code works once and for minutes at most. If it fails at once, compare the redirect URI of both requests character by character, and switch PKCE off and on.',
    where: 'settings',
    standard: 'RFC 6749 §5.2',
  },
  unsupported_grant_type: {
    cause: 'The server did not find grant_type in the body, or does not support it.',
    remedy:
      'Switch the body between form and JSON: a server that cannot read it sees no grant_type. Client credentials are not supported everywhere.',
    where: 'settings',
    standard: 'RFC 6749 §5.2',
  },
  // RFC 6750 §3.1
  invalid_token: {
    cause: 'The token is expired, taken back, or for another API.',
    remedy:
      'Refresh it or sign in again. A token that is new is for another API: compare audience, resource and scopes.',
    where: 'settings',
    standard: 'RFC 6750 §3.1',
  },
  insufficient_scope: {
    cause: 'The token does not have the scope that this call needs.',
    remedy: 'Add the scope, at the client and in the settings, and sign in again: a refresh never adds scopes.',
    where: 'settings',
    standard: 'RFC 6750 §3.1',
  },
  // RFC 7009 §2.2.1
  unsupported_token_type: {
    cause: 'The server does not take back this kind of token.',
    remedy: 'Revoke the refresh token instead: that ends its access tokens too.',
    where: 'settings',
    standard: 'RFC 7009 §2.2.1',
  },
  // OIDC Core §3.1.2.6
  login_required: {
    cause: 'prompt=none was sent and nobody is signed in.',
    remedy: 'Take prompt=none out.',
    where: 'settings',
    standard: 'OIDC Core §3.1.2.6',
  },
  interaction_required: {
    cause: 'prompt=none was sent, but the service must ask the person something, such as a second factor.',
    remedy: 'Take prompt=none out and sign in again. At a refresh: the person must sign in again.',
    where: 'person',
    standard: 'OIDC Core §3.1.2.6',
  },
  consent_required: {
    cause: 'The person, or an admin for everybody, has not agreed to these scopes.',
    remedy: 'Set prompt to "consent" and sign in again; where users may not agree, an admin must.',
    where: 'person',
    standard: 'OIDC Core §3.1.2.6',
  },
  account_selection_required: {
    cause: 'prompt=none was sent and several accounts are signed in.',
    remedy: 'Set prompt to "select_account".',
    where: 'settings',
    standard: 'OIDC Core §3.1.2.6',
  },
  invalid_request_uri: object('request_uri'),
  invalid_request_object: object('request'),
  request_not_supported: object('request'),
  request_uri_not_supported: object('request_uri'),
  registration_not_supported: object('registration'),
  // RFC 8707 §2
  invalid_target: {
    cause: 'The server does not know the API that was asked for.',
    remedy: 'Compare resource or audience with the documentation: it is compared character by character.',
    where: 'settings',
    standard: 'RFC 8707 §2',
  },
  // RFC 9449 §5 and §8
  invalid_dpop_proof: dpop('RFC 9449 §5'),
  use_dpop_nonce: dpop('RFC 9449 §8'),
  // RFC 9470 §3
  insufficient_user_authentication: {
    cause: 'The service wants a stronger or fresher sign-in for this call.',
    remedy: 'Send the acr_values or max_age that the answer names, and sign in again.',
    where: 'settings',
    standard: 'RFC 9470 §3',
  },
  // RFC 8628 §3.5
  authorization_pending: device(),
  slow_down: device(),
  expired_token: device(),
}

function object(parameter: string): Explanation {
  return {
    cause: `The parameter ${parameter} was sent, which the server cannot read.`,
    remedy: `Take ${parameter} out of the extra parameters.`,
    where: 'settings',
    standard: 'OIDC Core §3.1.2.6',
  }
}

function dpop(standard: Standard): Explanation {
  return {
    cause: 'The server wants a proof of a key (DPoP) with each request.',
    remedy: 'Register a client for which DPoP is not required: a plugin cannot send it.',
    where: 'service',
    standard,
  }
}

function device(): Explanation {
  return {
    cause: 'This is an answer of the device flow.',
    remedy: 'Take grant_type out of the extra parameters: Dify has no device flow.',
    where: 'settings',
    standard: 'RFC 8628 §3.5',
  }
}
