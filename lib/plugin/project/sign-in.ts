/** How people sign in: not at all, with a key that they paste, at the service itself, or with either of the two. */
export const signIns = ['none', 'api-key', 'oauth', 'api-key-or-oauth'] as const

export type SignIn = (typeof signIns)[number]

/** What `create` of a kind makes that says nothing else. */
export const usualSignIns: readonly SignIn[] = ['none', 'api-key']

export const signInTitles: Readonly<Record<SignIn, string>> = {
  none: 'None',
  'api-key': 'API key',
  oauth: 'OAuth',
  'api-key-or-oauth': 'Both',
}

/** What a sign-in asks of the people who use the plugin. */
export const signInNotes: Readonly<Record<SignIn, string>> = {
  none: 'Nobody enters anything in Dify to use it.',
  'api-key': 'Each person enters a key in Dify; your Python checks it.',
  oauth: 'Each person signs in at the service, where an admin of Dify registers an app once.',
  'api-key-or-oauth': 'Each person enters a key, or signs in at the service.',
}

/** Whether people paste a key. */
export function takesKey(signIn: SignIn = 'none'): boolean {
  return signIn === 'api-key' || signIn === 'api-key-or-oauth'
}

/** Whether people sign in at the service. */
export function takesOauth(signIn: SignIn = 'none'): boolean {
  return signIn === 'oauth' || signIn === 'api-key-or-oauth'
}
