import type { Step } from '@/lib/oauth/flow'
import type { Standard } from '@/lib/oauth/standard'

export interface StepWords {
  title: string
  /** The verb on the button, and while it runs. */
  verb: string
  busy: string
  why: string
  standard: Standard
}

/** What the steps are called, and why one would try them. */
export const stepWords: Readonly<Record<Step, StepWords>> = {
  exchange: {
    title: 'Exchange',
    verb: 'Exchange the code',
    busy: 'Exchanging',
    why: 'Trades the code for a token, from server to server: the client secret never reaches a browser. A code works once.',
    standard: 'RFC 6749 §4.1.3',
  },
  'client-credentials': {
    title: 'Client token',
    verb: 'Get a token',
    busy: 'Getting',
    why: 'A token for the client itself, nobody signs in. Dify has no such sign-in: a plugin asks for it inside its tool.',
    standard: 'RFC 6749 §4.4.2',
  },
  refresh: {
    title: 'Refresh',
    verb: 'Refresh now',
    busy: 'Refreshing',
    why: 'What Dify does before the token ends. Shows whether the refresh token stays or a new one takes its place.',
    standard: 'RFC 6749 §6',
  },
  introspect: {
    title: 'Introspect',
    verb: 'Ask about the token',
    busy: 'Asking',
    why: 'What the server itself knows of the token: whether it is active, its scopes and its end.',
    standard: 'RFC 7662 §2.1',
  },
  userinfo: {
    title: 'Userinfo',
    verb: 'Ask who signed in',
    busy: 'Asking',
    why: 'Proves that the token works, and tells the name and picture that a data source can show for the account.',
    standard: 'OIDC Core §5.3.1',
  },
  'who-am-i': {
    title: 'Who am I',
    verb: 'Call the service',
    busy: 'Calling',
    why: 'The call that the service has for this, with the token as your tools will send it.',
    standard: 'RFC 6750 §2.1',
  },
  try: {
    title: 'Any GET',
    verb: 'Send',
    busy: 'Sending',
    why: 'A call of your own with the token. Only to the hosts of the settings: a token is sent nowhere else.',
    standard: 'RFC 6750 §2.1',
  },
  revoke: {
    title: 'Revoke refresh',
    verb: 'Take the refresh token back',
    busy: 'Revoking',
    why: 'Ends the refresh token at the server, and by the standard what hangs on it. Do this last: afterwards people have to sign in again.',
    standard: 'RFC 7009 §2.1',
  },
  'revoke-access': {
    title: 'Revoke access',
    verb: 'Take the access token back',
    busy: 'Revoking',
    why: 'Ends the access token alone, where the server can. A refresh token that it keeps brings another one.',
    standard: 'RFC 7009 §2.1',
  },
}
