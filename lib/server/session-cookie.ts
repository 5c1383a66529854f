import 'server-only'
import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { environment } from './environment'
import { keys } from './keys'
import { cookieLifetime } from './sessions'

/** The id of the session whose cookie came with this request. The session may have ended. */
export async function sessionIdOfRequest(): Promise<string | undefined> {
  const token = (await cookies()).get(cookieName())?.value
  if (!token) return undefined
  const claims = await decode({ token, secret: keys().session }).catch(() => null)
  return typeof claims?.sid === 'string' ? claims.sid : undefined
}

/** The Set-Cookie header of a session, as next-auth would set it. */
export async function sessionCookie(sessionId: string): Promise<string> {
  const token = await encode({ token: { sid: sessionId }, secret: keys().session, maxAge: cookieLifetime })
  const secure = isSecure() ? '; Secure' : ''
  return `${cookieName()}=${token}; Path=/; Max-Age=${cookieLifetime}; HttpOnly; SameSite=Lax${secure}`
}

const isSecure = () => environment().origin.startsWith('https:')

/** next-auth's own name for it. */
function cookieName(): string {
  return `${isSecure() ? '__Secure-' : ''}next-auth.session-token`
}
