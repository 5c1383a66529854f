/** How people sign in: not at all, with a key that they paste, at the service itself, or with either of the two. */
export const signIns = ['none', 'api-key', 'oauth', 'api-key-or-oauth'] as const

export type SignIn = (typeof signIns)[number]

/** What `create` of a kind makes that says nothing else. */
export const usualSignIns: readonly SignIn[] = ['none', 'api-key']

/** Whether people paste a key. */
export function takesKey(signIn: SignIn = 'none'): boolean {
  return signIn === 'api-key' || signIn === 'api-key-or-oauth'
}

/** Whether people sign in at the service. */
export function takesOauth(signIn: SignIn = 'none'): boolean {
  return signIn === 'oauth' || signIn === 'api-key-or-oauth'
}
