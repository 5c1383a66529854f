import type { oauthFlow } from './oauth-flow'

let write: typeof oauthFlow | undefined

/** The Python of a sign-in, once it is loaded: most plugins have none. Whoever opens one that has, loads it before (`missingKinds`). */
export function signInPython(...given: Parameters<typeof oauthFlow>): ReturnType<typeof oauthFlow> | undefined {
  return write?.(...given)
}

export function hasSignInPython(): boolean {
  return write !== undefined
}

/** Rejects where the script does not arrive, and can be tried again. */
export async function loadSignInPython(): Promise<void> {
  write = (await import('./oauth-flow')).oauthFlow
}
