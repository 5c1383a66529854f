import type { JWT } from 'next-auth/jwt'
import { beforeEach, expect, it, vi } from 'vitest'
import { createGuest, signUp } from './accounts'
import { authOptions } from './auth'
import { database } from './database'
import { startSession, userOfSession } from './sessions'
import { describeOnDatabases, emptyDatabase } from './test-database'

const request = vi.hoisted(() => ({ sessionId: undefined as string | undefined }))
vi.mock('./session-cookie', () => ({ sessionIdOfRequest: () => Promise.resolve(request.sessionId) }))
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers({ 'user-agent': 'Firefox' })) }))
vi.mock('./keys', () => ({ keys: () => ({ session: 's'.repeat(32), encryption: 'k'.repeat(32) }) }))

/** What next-auth hands to the callback when somebody signs in, and what the cookie then holds. */
async function signIn(provider: string, id: string, name = 'Ada'): Promise<JWT> {
  const account = { provider, providerAccountId: id, type: 'oauth' as const }
  const token = await authOptions().callbacks?.jwt?.({
    token: { name, email: 'ada@example.com' },
    user: { id, name },
    account,
  })
  return token ?? {}
}

describeOnDatabases('signing in', () => {
  beforeEach(async () => {
    await emptyDatabase()
    request.sessionId = undefined
  })

  it('puts the id of a session row into the cookie and nothing else', async () => {
    const guest = await createGuest()
    const token = await signIn('guest', guest.id)
    expect(Object.keys(token)).toEqual(['sid'])
    expect(await userOfSession(String(token.sid))).toMatchObject({ id: guest.id })
    expect(await (await database()).session.findMany()).toMatchObject([{ userAgent: 'Firefox' }])
  })

  it('ends the session that this browser had', async () => {
    const guest = await createGuest()
    request.sessionId = await startSession(guest.id, '')
    const token = await signIn('password', guest.id)
    expect(await userOfSession(request.sessionId)).toBeUndefined()
    expect(await userOfSession(String(token.sid))).toMatchObject({ id: guest.id })
  })

  it('keeps the cookie as it is between', async () => {
    const kept = await authOptions().callbacks?.jwt?.({ token: { sid: 'x', exp: 1 }, user: { id: '' }, account: null })
    expect(kept).toEqual({ sid: 'x' })
  })

  it('with GitHub makes the guest of this browser an account', async () => {
    const guest = await createGuest()
    request.sessionId = await startSession(guest.id, '')
    const token = await signIn('github', '42', 'Ada Lovelace')
    expect(await userOfSession(String(token.sid))).toMatchObject({
      id: guest.id,
      guest: false,
      githubId: '42',
      name: 'Ada Lovelace',
    })
  })

  it('with GitHub never enters an account by its e-mail address', async () => {
    const made = await signUp({ email: 'ada@example.com', password: 'correct horse', address: '' }, undefined)
    if (!made.ok) throw new Error(made.reason)
    const token = await signIn('github', '42')
    expect((await userOfSession(String(token.sid)))?.id).not.toBe(made.user.id)
  })

  it('out ends the session', async () => {
    request.sessionId = await startSession((await createGuest()).id, '')
    await authOptions().events?.signOut?.({ token: {}, session: { expires: '' } })
    expect(await userOfSession(request.sessionId)).toBeUndefined()
  })

  it('leads to our own pages only', async () => {
    const redirect = (url: string) => authOptions().callbacks?.redirect?.({ url, baseUrl: 'http://localhost:3000' })
    expect(await redirect('/projects/1')).toBe('http://localhost:3000/projects/1')
    expect(await redirect('http://localhost:3000/new')).toBe('http://localhost:3000/new')
    for (const url of [
      '//evil.example',
      'https://evil.example',
      'http://localhost:3000.evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
    ]) {
      expect(new URL(String(await redirect(url))).origin).toBe('http://localhost:3000')
    }
  })
})
