import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { User } from '@/lib/generated/prisma/client'
import { signIn, signUp } from './accounts'
import { database } from './database'
import { askReset, createResetLink, resetPassword } from './password-reset'
import { startSession, userOfSession } from './sessions'
import { describeOnDatabases, emptyDatabase } from './test-database'
import { startMailServer, type MailServer } from './test-mail'

const mail = vi.hoisted(() => ({ server: undefined as { url: string; from: string } | undefined }))
vi.mock('./environment', async (original) => ({
  ...(await original<object>()),
  environment: () => ({ origin: 'https://plugwright.example.com', mail: mail.server }),
}))

const from = '10.0.0.1'
const email = 'ada@example.com'

describeOnDatabases('a password reset', () => {
  let server: MailServer
  let ada: User
  beforeAll(async () => {
    server = await startMailServer()
  })
  afterAll(() => server.close())
  beforeEach(async () => {
    await emptyDatabase()
    server.mails.length = 0
    mail.server = server
    const made = await signUp({ email, name: 'Ada', password: 'correct horse', address: from }, undefined)
    if (!made.ok) throw new Error(made.reason)
    ada = made.user
  })

  const token = async () => (await createResetLink(email))?.split('#')[1] ?? ''

  it('comes by mail and sets a new password once, ending every session', async () => {
    const session = await startSession(ada.id, '')
    await (
      await askReset(' ADA@example.com ', from)
    ).mailed
    const [, sent = ''] = /https:\/\/plugwright\.example\.com\/reset#([\w-]{43})/.exec(server.mails.join()) ?? []
    expect(await resetPassword(sent, 'battery staple', from)).toEqual({ ok: true })
    expect(await userOfSession(session)).toBeUndefined()
    expect(await signIn({ email, password: 'battery staple', address: from }, undefined)).toMatchObject({ ok: true })
    expect(await resetPassword(sent, 'another staple', from)).toMatchObject({ ok: false })
  })

  it('is mailed to nobody without an account, and nothing tells', async () => {
    const { mailed, ...answer } = await askReset('nobody@example.com', from)
    await mailed
    expect(answer).toEqual({})
    expect(server.mails).toEqual([])
    expect(await (await database()).passwordReset.count()).toBe(0)
  })

  it('is not mailed without a mail server', async () => {
    mail.server = undefined
    await (
      await askReset(email, from)
    ).mailed
    expect(await (await database()).passwordReset.count()).toBe(0)
  })

  it('is mailed three times in a quarter of an hour at most', async () => {
    for (let index = 0; index < 5; index += 1) await (await askReset(email, `10.0.1.${index}`)).mailed
    expect(server.mails).toHaveLength(3)
  })

  it('keeps a hash, and ends with the next link, in time, and for a bad password not at all', async () => {
    const first = await token()
    const second = await token()
    expect(JSON.stringify(await (await database()).passwordReset.findMany())).not.toContain(second)
    expect(await resetPassword(first, 'battery staple', from)).toMatchObject({ ok: false })
    expect(await resetPassword(second, 'short', from)).toMatchObject({ ok: false })
    await (await database()).passwordReset.updateMany({ data: { expiresAt: new Date() } })
    expect(await resetPassword(second, 'battery staple', from)).toMatchObject({ ok: false })
    expect(await resetPassword(await token(), 'battery staple', from)).toEqual({ ok: true })
  })

  it('sets one password when one link comes twice at once', async () => {
    const link = await token()
    const answers = await Promise.all(['battery one', 'battery two'].map((word) => resetPassword(link, word, from)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('cannot be guessed for long from one network', async () => {
    const link = await token()
    for (let index = 0; index < 30; index += 1) await resetPassword(`guess ${index}`, 'battery staple', from)
    expect(await resetPassword(link, 'battery staple', from)).toMatchObject({
      reason: expect.stringContaining('Wait 15 minutes') as string,
    })
  })

  it('leaves no secret in the list of what was done', async () => {
    const link = await token()
    await resetPassword(link, 'battery staple', from)
    const kept = JSON.stringify(await (await database()).auditEntry.findMany())
    expect(kept).toContain('account.reset')
    expect(kept).not.toMatch(/battery|correct horse|scrypt/)
    expect(kept).not.toContain(link)
  })
})
