import 'server-only'
import { headers } from 'next/headers'
import type { AuthOptions, User as AuthUser } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import Github from 'next-auth/providers/github'
import type { User } from '@/lib/generated/prisma/client'
import { currentUser } from './access'
import { createGuest, signIn, signInWithGithub, signUp, type Account } from './accounts'
import { environment } from './environment'
import { keys } from './keys'
import { logFault } from './log'
import { networkAddress } from './network-address'
import { sessionIdOfRequest } from './session-cookie'
import { cookieLifetime, endSession, startSession } from './sessions'

/**
 * How people sign in: `guest` by one click, `password` with `mode` sign-up or sign-in, `github` where it is set up. The cookie holds
 * nothing but the id of a session row.
 */
export function authOptions(): AuthOptions {
  const { github, origin } = environment()
  process.env.NEXTAUTH_URL ??= origin
  return {
    secret: keys().session,
    session: { strategy: 'jwt', maxAge: cookieLifetime },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    providers: [
      guestProvider,
      passwordProvider,
      ...(github ? [Github({ clientId: github.id, clientSecret: github.secret })] : []),
    ],
    callbacks: {
      async jwt({ token, user, account }) {
        // `user` and `account` are there only when somebody signs in
        if (!account) return { sid: token.sid }
        const before = await sessionIdOfRequest()
        const current = await currentUser()
        const id =
          account.provider === 'github'
            ? (await signInWithGithub(account.providerAccountId, user.name ?? 'GitHub user', current)).id
            : user.id
        const sid = await startSession(id, (await headers()).get('user-agent') ?? '')
        if (before && current) await endSession(current.id, before)
        return { sid }
      },
      session: ({ session }) => ({ ...session, user: undefined }),
      redirect: ({ url, baseUrl }) => ownAddress(url, baseUrl),
    },
    events: {
      async signOut() {
        const [id, user] = [await sessionIdOfRequest(), await currentUser()]
        if (id && user) await endSession(user.id, id)
      },
    },
    logger: {
      error: (code, metadata) =>
        logFault('Signing in failed', metadata instanceof Error ? metadata.message : '', { code }),
      warn: () => {},
      debug: () => {},
    },
  }
}

const guestProvider = Credentials({
  id: 'guest',
  name: 'Guest',
  credentials: {},
  authorize: async () => asAuthUser((await currentUser()) ?? (await createGuest())),
})

const passwordProvider = Credentials({
  id: 'password',
  name: 'E-mail and password',
  credentials: { mode: {}, email: {}, password: {}, name: {} },
  async authorize(form) {
    const { mode = 'sign-in', email = '', password = '', name = '' } = form ?? {}
    const address = networkAddress(await headers())
    const enter = mode === 'sign-up' ? signUp : signIn
    const account = await enter({ email, password, name, address }, await currentUser()).catch(
      (error: unknown): Account => {
        logFault('Signing in failed', error)
        return { ok: false, reason: 'Try again: the server could not reach its database.' }
      },
    )
    if (!account.ok) throw new Error(account.reason) // reaches the form as `error` of signIn()
    return asAuthUser(account.user)
  },
})

function asAuthUser(user: User): AuthUser {
  return { id: user.id, name: user.name }
}

/** An address of ours, whole or as a path; anything else leads home. Browsers take `/\` for `//`, so it is resolved first. */
function ownAddress(url: string, baseUrl: string): string {
  if (!URL.canParse(url, baseUrl)) return baseUrl
  const resolved = new URL(url, baseUrl)
  return resolved.origin === new URL(baseUrl).origin ? resolved.href : baseUrl
}
