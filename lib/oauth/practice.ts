/** What can be made to go wrong at the practice provider, each at the request where it would. */
export const practiceFailures = [
  { id: 'denied', at: 'authorization', title: 'The person says no' },
  { id: 'wrong-state', at: 'authorization', title: 'Another state comes back' },
  { id: 'missing-iss', at: 'authorization', title: 'The server does not name itself' },
  { id: 'mixed-up-iss', at: 'authorization', title: 'The answer names another server' },
  { id: 'reused-code', at: 'token', title: 'The code was used before' },
  { id: 'expired-code', at: 'token', title: 'The code has expired' },
  { id: 'wrong-verifier', at: 'token', title: 'The PKCE verifier is wrong' },
  { id: 'invalid-client', at: 'token', title: 'The client secret is wrong' },
  { id: 'no-refresh-token', at: 'token', title: 'No refresh token comes' },
  { id: 'reused-refresh-token', at: 'refresh', title: 'The refresh token was used before' },
  { id: 'html', at: 'token', title: 'A web page comes instead of JSON' },
  { id: 'slow', at: 'token', title: 'The answer takes too long' },
  { id: 'too-many-requests', at: 'token', title: 'Too many requests (429)' },
  { id: 'server-error', at: 'token', title: 'The server fails (500)' },
  { id: 'redirect-loop', at: 'token', title: 'The token URL redirects to itself' },
] as const

export type PracticeFailure = (typeof practiceFailures)[number]['id']

/** The path of the practice provider on our own origin. */
export const practicePath = '/practice'

/** The parameter of its authorization URL that agrees in the place of the person: no page asks. */
export const practiceAnswer = { name: 'practice_answer', value: 'allow' } as const

/** Its clients: one for each way to authenticate. */
export const practiceClients = {
  basic: 'practice-basic',
  post: 'practice-post',
  none: 'practice-public',
} as const
