import type { SignInAnswers } from './sign-in-schema'

/** Signs in; answers why not, in one sentence. GitHub leaves the page. */
export async function signInWith(
  way: 'sign-in' | 'sign-up' | 'guest' | 'github',
  answers?: SignInAnswers,
  next = '/',
): Promise<string | undefined> {
  try {
    const { signIn } = await import('next-auth/react')
    if (way === 'github') {
      await signIn('github', { callbackUrl: next })
      return undefined
    }
    const answer =
      way === 'guest'
        ? await signIn('guest', { redirect: false })
        : await signIn('password', { mode: way, ...answers, redirect: false })
    if (answer?.ok && !answer.error) return undefined
    return reasonOf(answer?.error, way)
  } catch {
    return 'The server cannot be reached. Try again when the connection is back.'
  }
}

/** next-auth hands over the message of an error that `authorize` threw; its own codes are single words. */
function reasonOf(error: string | null | undefined, way: 'sign-in' | 'sign-up' | 'guest'): string {
  if (error?.includes(' ')) return error
  if (way === 'guest') return 'The guest account was not made. Reload the page and try again.'
  return 'Check the e-mail address and the password: together they belong to no account.'
}
