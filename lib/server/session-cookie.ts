import 'server-only'
import { cookies } from 'next/headers'
import { decode } from 'next-auth/jwt'
import { environment } from './environment'
import { keys } from './keys'

/** The id of the session whose cookie came with this request. The session may have ended. */
export async function sessionIdOfRequest(): Promise<string | undefined> {
  const secure = environment().origin.startsWith('https:')
  const token = (await cookies()).get(`${secure ? '__Secure-' : ''}next-auth.session-token`)?.value
  if (!token) return undefined
  const claims = await decode({ token, secret: keys().session }).catch(() => null)
  return typeof claims?.sid === 'string' ? claims.sid : undefined
}
