import { beforeEach, describe, expect, it } from 'vitest'
import { createGuest, guestsOf, signIn, signInWithGithub, signUp } from './accounts'
import { database } from './database'
import { hashPassword, isPassword } from './password'
import { listProjects } from './list-projects'
import { createProject } from './projects'
import { endSession, listSessions, startSession, userOfSession } from './sessions'
import { mayTry } from './sign-in-tries'
import { describeOnDatabases, emptyDatabase } from './test-database'

const form = { email: 'Ada@Example.com', password: 'correct horse', address: '10.0.0.1' }
const files = new Map([['manifest.yaml', 'name: weather\n']])

async function account() {
  const made = await signUp(form, undefined)
  if (!made.ok) throw new Error(made.reason)
  return made.user
}

describe('passwords', () => {
  it('are recognised, and others are not', async () => {
    const hash = await hashPassword('café au lait')
    expect(hash).toMatch(/^scrypt:32768:8:1:[\w-]{22}:[\w-]{43}$/)
    expect(await isPassword('cafe\u0301 au lait', hash)).toBe(true)
    expect(await isPassword('cafe au lait', hash)).toBe(false)
    expect(await isPassword('', null)).toBe(false)
  })
})

describeOnDatabases('accounts', () => {
  beforeEach(emptyDatabase)

  it('a guest who signs up keeps the projects and the id', async () => {
    const guest = await createGuest()
    await createProject(guest.id, files)
    const made = await signUp(form, guest)
    expect(made).toMatchObject({
      ok: true,
      user: { id: guest.id, guest: false, email: 'ada@example.com', name: 'ada' },
    })
    expect(await listProjects(guest.id)).toHaveLength(1)
  })

  it('a guest who signs in takes the projects along, and the guest is gone', async () => {
    const user = await account()
    await createProject(user.id, files)
    const guest = await createGuest()
    await createProject(guest.id, files)
    expect(await signIn({ ...form, email: ' ADA@example.com ' }, guest)).toMatchObject({
      ok: true,
      user: { id: user.id },
    })
    expect(await listProjects(user.id)).toHaveLength(2)
    expect(await (await database()).user.count()).toBe(1)
    expect(await guestsOf(user)).toEqual([guest.id])
  })

  it('keeps the higher role where both had one in a project', async () => {
    const user = await account()
    const guest = await createGuest()
    const made = await createProject(guest.id, files)
    if (!made.ok) throw new Error(made.reason)
    await (await database()).member.create({ data: { projectId: made.id, userId: user.id, role: 'view' } })
    await signIn(form, guest)
    expect(await listProjects(user.id)).toMatchObject([{ role: 'own' }])
  })

  it('never moves projects of an account that is not a guest', async () => {
    const user = await account()
    const other = await signUp({ ...form, email: 'bob@example.com' }, undefined)
    if (!other.ok) throw new Error(other.reason)
    await createProject(other.user.id, files)
    await signIn(form, other.user)
    expect(await listProjects(user.id)).toEqual([])
    expect(await listProjects(other.user.id)).toHaveLength(1)
  })

  it.each<[Partial<typeof form>, string]>([
    [{ email: 'ada' }, 'Give an e-mail address like name@example.com.'],
    [{ password: '1234567' }, 'Choose a password of at least 8 characters.'],
    [{ password: 'x'.repeat(1_001) }, 'Choose a password of at most 1,000 characters.'],
  ])('refuses to sign up, case %#', async (change, reason) => {
    expect(await signUp({ ...form, ...change }, undefined)).toEqual({ ok: false, reason })
  })

  it('gives an e-mail address one account, whatever its case', async () => {
    await account()
    expect(await signUp({ ...form, email: 'ADA@EXAMPLE.COM' }, await createGuest())).toEqual({
      ok: false,
      reason: 'Sign in instead: this e-mail address already has an account.',
    })
  })

  it('says the same of a wrong password and of an unknown address', async () => {
    await account()
    const reason = 'Check the e-mail address and the password: together they belong to no account.'
    expect(await signIn({ ...form, password: 'wrong horse' }, undefined)).toEqual({ ok: false, reason })
    expect(await signIn({ ...form, email: 'nobody@example.com' }, undefined)).toEqual({ ok: false, reason })
  })

  it('makes one wait after ten wrong passwords from one network address, and only that one', async () => {
    await account()
    for (let index = 0; index < 10; index += 1) await signIn({ ...form, password: 'wrong horse' }, undefined)
    expect(await signIn(form, undefined)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('Wait 15 minutes') as string,
    })
    expect(await signIn({ ...form, address: '10.0.0.2' }, undefined)).toMatchObject({ ok: true })
    await (
      await database()
    ).$executeRaw`UPDATE "RateCount" SET since = now() - interval '16 minutes'`
    expect(await signIn(form, undefined)).toMatchObject({ ok: true })
  })

  it('makes one network address wait after a hundred failed tries with many e-mail addresses, and only that one', async () => {
    await account()
    for (let index = 0; index < 100; index += 1) expect(await mayTry(`${index}@example.com`, form.address)).toBe(true)
    expect(await mayTry('100@example.com', form.address)).toBe(false)
    expect(await signIn(form, undefined)).toMatchObject({ ok: false })
    expect(await signIn({ ...form, address: '10.0.0.2' }, undefined)).toMatchObject({ ok: true })
  })

  it('does not count tries that were right', async () => {
    await account()
    for (let index = 0; index < 3; index += 1) expect(await signIn(form, undefined)).toMatchObject({ ok: true })
    const tries = await (await database()).rateCount.findMany()
    expect(tries.map(({ count }) => count)).toEqual([0, 0])
  })

  it('does not lock an e-mail address for everybody by tries from one network', async () => {
    await account()
    for (let index = 0; index < 60; index += 1) await mayTry('ada@example.com', '10.0.0.9')
    expect(await signIn(form, undefined)).toMatchObject({ ok: true })
  })

  it('keeps no tries of a window that is over', async () => {
    await mayTry('ada@example.com', '10.0.0.1')
    const prisma = await database()
    await prisma.$executeRaw`UPDATE "RateCount" SET since = now() - interval '16 minutes'`
    await mayTry('bob@example.com', '10.0.0.2')
    expect((await prisma.rateCount.findMany()).map(({ count }) => count)).toEqual([1, 1, 1])
  })

  it('lets no more guesses through when they come at once', async () => {
    await account()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => signIn({ ...form, password: 'wrong horse' }, undefined)),
    )
    expect(answers.filter((answer) => !answer.ok && answer.reason.startsWith('Wait'))).toHaveLength(10)
  })

  it('GitHub makes a guest an account, and finds it again', async () => {
    const guest = await createGuest()
    expect(await signInWithGithub('42', 'Ada', guest)).toMatchObject({
      id: guest.id,
      guest: false,
      githubId: '42',
      name: 'Ada',
    })
    expect(await signInWithGithub('42', 'Ada', undefined)).toMatchObject({ id: guest.id })
  })

  it('GitHub links to an e-mail account only while signed in to it', async () => {
    const user = await account()
    expect((await signInWithGithub('7', 'Stranger', undefined)).id).not.toBe(user.id)
    expect(await signInWithGithub('42', 'Ada', user)).toMatchObject({
      id: user.id,
      email: 'ada@example.com',
      name: 'ada',
    })
  })

  it('an account without e-mail address gets one by signing up while signed in', async () => {
    const user = await signInWithGithub('42', 'Ada', undefined)
    expect(await signUp(form, user)).toMatchObject({
      ok: true,
      user: { id: user.id, githubId: '42', email: 'ada@example.com' },
    })
  })
})

describeOnDatabases('sessions', () => {
  beforeEach(emptyDatabase)

  it('can be listed and ended, one by one', async () => {
    const user = await account()
    const first = await startSession(user.id, 'Firefox')
    const second = await startSession(user.id, 'Safari')
    expect((await listSessions(user.id)).map((session) => session.userAgent).sort()).toEqual(['Firefox', 'Safari'])
    await endSession(user.id, first)
    expect(await userOfSession(first)).toBeUndefined()
    expect(await userOfSession(second)).toMatchObject({ id: user.id })
  })

  it('cannot be ended by another user', async () => {
    const user = await account()
    const session = await startSession(user.id, '')
    await endSession((await createGuest()).id, session)
    expect(await userOfSession(session)).toMatchObject({ id: user.id })
  })

  it('end when nobody uses them: an account after 90 days, a guest after 400', async () => {
    const [user, guest] = [await account(), await createGuest()]
    const sessions = [await startSession(user.id, ''), await startSession(guest.id, '')]
    await (
      await database()
    ).$executeRaw`UPDATE "Session" SET "seenAt" = now() - interval '91 days'`
    expect((await Promise.all(sessions.map(userOfSession))).map((found) => found?.id)).toEqual([undefined, guest.id])
    await (
      await database()
    ).$executeRaw`UPDATE "Session" SET "seenAt" = now() - interval '401 days'`
    expect(await userOfSession(sessions[1] ?? '')).toBeUndefined()
  })

  it('note that they are in use', async () => {
    const session = await startSession((await createGuest()).id, '')
    await (
      await database()
    ).$executeRaw`UPDATE "Session" SET "seenAt" = now() - interval '2 hours'`
    await userOfSession(session)
    const row = await (await database()).session.findUniqueOrThrow({ where: { id: session } })
    expect(Date.now() - row.seenAt.getTime()).toBeLessThan(60_000)
  })
})
