/** How people sign in: not at all, with a key that they paste, at the service itself, or with either of the two. */
export const signIns = ['none', 'api-key', 'oauth', 'api-key-or-oauth'] as const

export type SignIn = (typeof signIns)[number]

/** What `create` of a kind makes that says nothing else. */
export const usualSignIns: readonly SignIn[] = ['none', 'api-key']
