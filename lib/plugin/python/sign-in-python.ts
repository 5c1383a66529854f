import { oauthFlow } from './oauth-flow'

/** The Python of a sign-in; see `loaded-sign-in-python.ts`, which browsers have in place of this file. */
export const signInPython: (...given: Parameters<typeof oauthFlow>) => ReturnType<typeof oauthFlow> | undefined =
  oauthFlow

export const hasSignInPython: () => boolean = () => true

/** There is nothing to load. */
export const loadSignInPython: () => Promise<void> = () => Promise.resolve()
