import { expect, it } from 'vitest'
import { createGuest } from '../accounts'
import { database } from '../database'
import { signInAt } from '../practice/test-browser'
import { endSession } from '../sessions'
import { describeOnDatabases } from '../test-database'
import { cookieNameOf } from './flows'
import { notePostedCallback, noteStrayCallback, pasteCallback, receiveCallback } from './receive-callback'
import { failed, origin, practiceFlows } from './test-practice-flow'

describeOnDatabases('the callback of a flow', () => {
  const { owner, start, shown, perform, step, signedIn } = practiceFlows()

  it('takes a callback once, from the browser that began, and says so to any other', async () => {
    const { id, flow, cookie } = await start()
    const back = await signInAt(flow.authorization?.url ?? '')
    const other = await createGuest()
    expect(await receiveCallback(other.id, back, cookie)).toBe('unknown')
    expect(await receiveCallback(owner().userId, back, 'another browser')).toBe('unknown')
    expect((await shown(id)).callback).toBeUndefined()
    expect(await receiveCallback(owner().userId, back, cookie)).toBe('code')
    expect(await receiveCallback(owner().userId, back, cookie)).toBe('unknown')
  })

  it('says at the sign-in that waits that something came with another state, and takes the right answer after it', async () => {
    const { id, flow, cookie } = await start()
    const stray = `${origin}/oauth/callback?code=evil&state=lost`
    expect(await noteStrayCallback(owner().userId, stray, [])).toBe('unknown')
    expect(await noteStrayCallback((await createGuest()).id, stray, [cookie])).toBe('unknown')
    expect((await shown(id)).callback).toBeUndefined()
    expect(await noteStrayCallback(owner().userId, stray, ['other', cookie])).toBe('another')
    expect((await shown(id)).callback?.code).toBeUndefined()
    expect(failed((await shown(id)).callback?.remarks ?? []).join()).toMatch(/state is not the one/)
    expect(await perform(id, 'exchange')).toMatchObject({ ok: false })
    const back = await signInAt(flow.authorization?.url ?? '')
    expect(await receiveCallback(owner().userId, back, cookie)).toBe('code')
    expect(await noteStrayCallback(owner().userId, stray, [cookie])).toBe('unknown')
  })

  it('says at the sign-in that waits that its answer was posted, and takes a right one after it', async () => {
    const { id, flow, cookie } = await start()
    await notePostedCallback('another state')
    expect((await shown(id)).callback).toBeUndefined()
    await notePostedCallback(flow.authorization?.state ?? '')
    expect(failed((await shown(id)).callback?.remarks ?? []).join()).toMatch(/posted its answer/)
    expect(await perform(id, 'exchange')).toMatchObject({ ok: false })
    const back = await signInAt(flow.authorization?.url ?? '')
    expect(await receiveCallback(owner().userId, back, cookie)).toBe('code')
    await notePostedCallback(flow.authorization?.state ?? '')
    expect((await step(id, 'exchange')).answer?.status).toBe(200)
  })

  it('takes no callback after a sign-out, and has nothing left of the flow', async () => {
    const { id, flow, cookie } = await start()
    const back = await signInAt(flow.authorization?.url ?? '')
    await endSession(owner().userId, owner().sessionId)
    expect(await receiveCallback(owner().userId, back, cookie)).toBe('unknown')
    expect(await pasteCallback(owner().userId, id, back)).toBeUndefined()
    expect(await perform(id, 'exchange')).toMatchObject({ ok: false, status: 404 })
    const prisma = await database()
    expect([await prisma.oAuthFlow.count(), await prisma.oAuthAuthorization.count()]).toEqual([0, 0])
  })

  it('exchanges in each of two tabs the code of its own', async () => {
    const [one, two] = [await start(), await start()]
    const backs = [await signInAt(two.flow.authorization?.url ?? ''), await signInAt(one.flow.authorization?.url ?? '')]
    // the browser has the cookies of both, and sends each by the name of its state
    expect(await receiveCallback(owner().userId, backs[0] ?? '', one.cookie)).toBe('unknown')
    expect(await receiveCallback(owner().userId, backs[0] ?? '', two.cookie)).toBe('code')
    expect(await receiveCallback(owner().userId, backs[1] ?? '', one.cookie)).toBe('code')
    for (const { id } of [one, two]) expect((await step(id, 'exchange')).answer?.status).toBe(200)
  })

  it('keeps two tabs apart', async () => {
    const [one, two] = [await start(), await start()]
    expect(cookieNameOf(one.flow.authorization?.state ?? '')).not.toBe(
      cookieNameOf(two.flow.authorization?.state ?? ''),
    )
    const back = await signInAt(two.flow.authorization?.url ?? '')
    await receiveCallback(owner().userId, back, two.cookie)
    expect((await shown(one.id)).callback).toBeUndefined()
    expect((await shown(two.id)).callback?.code).toBeDefined()
  })

  it('takes a pasted callback, and says why another is none', async () => {
    const { id, flow } = await start()
    const back = await signInAt(flow.authorization?.url ?? '')
    await pasteCallback(owner().userId, id, back.replace(/state=[^&]+/, 'state=other'))
    expect(failed((await shown(id)).callback?.remarks ?? []).join(' ')).toContain('state')
    expect((await shown(id)).callback?.code).toBeUndefined()
    await pasteCallback(owner().userId, id, back)
    expect((await shown(id)).callback?.code).toBeDefined()
    expect((await step(id, 'exchange')).answer?.status).toBe(200)
  })

  it('keeps the code that came when something else is pasted, and says why', async () => {
    const { id, back } = await signedIn()
    const before = (await shown(id)).callback
    expect(await pasteCallback(owner().userId, id, back)).toBe(
      'This answer came before: go on with its code, or start again.',
    )
    for (const pasted of ['no address', 'https://evil.example/?code=x&state=y'])
      expect(await pasteCallback(owner().userId, id, pasted)).toMatch('This flow was answered before')
    expect((await shown(id)).callback).toEqual(before)
    expect((await step(id, 'exchange')).answer?.status).toBe(200)
    expect(await pasteCallback(owner().userId, id, back)).toBe(
      'This answer came before, and a code works once: start again.',
    )
    expect(await perform(id, 'exchange')).toMatchObject({ ok: false, status: 422 })
  })

  it('says of a pasted callback that it is too old, and exchanges nothing', async () => {
    const { id, flow } = await start()
    const back = await signInAt(flow.authorization?.url ?? '')
    await (
      await database()
    ).$executeRaw`UPDATE "OAuthAuthorization" SET "createdAt" = now() - interval '301 seconds'`
    await pasteCallback(owner().userId, id, back)
    expect(failed((await shown(id)).callback?.remarks ?? []).join(' ')).toMatch(/The state is ours, but 301 s old/)
    expect(await perform(id, 'exchange')).toMatchObject({ ok: false, status: 422 })
  })

  it('has no callback to take in a flow without a person', async () => {
    const { id } = await start({ grant: 'client_credentials' })
    expect(await pasteCallback(owner().userId, id, 'https://a.example/?state=x')).toMatch('no callback to paste')
  })

  it('takes one of two callbacks that come at once, whichever way they come', async () => {
    const { id, flow, cookie } = await start()
    const back = await signInAt(flow.authorization?.url ?? '')
    const came = await Promise.all([1, 2, 3, 4].map(() => receiveCallback(owner().userId, back, cookie)))
    expect(came.sort()).toEqual(['code', 'unknown', 'unknown', 'unknown'])

    const other = await start()
    const again = await signInAt(other.flow.authorization?.url ?? '')
    const [received, pasted] = await Promise.all([
      receiveCallback(owner().userId, again, other.cookie),
      pasteCallback(owner().userId, other.id, again),
    ])
    expect([received, pasted !== undefined]).toBeOneOf([
      ['code', true],
      ['unknown', false],
    ])
    for (const each of [id, other.id]) expect((await step(each, 'exchange')).answer?.status).toBe(200)
  })

  it('shows no code, however often it came', async () => {
    const { id, flow } = await start()
    const back = await signInAt(flow.authorization?.url ?? '')
    await pasteCallback(owner().userId, id, `${back}&code=the-second-code-of-two`)
    const callback = JSON.stringify((await shown(id)).callback)
    expect(callback).not.toContain('the-second-code-of-two')
    expect(callback).not.toContain(new URL(back).searchParams.get('code'))
  })

  it.each([
    ['denied', 'refused', 'refused'],
    ['missing-iss', 'refused', 'name itself'],
    ['mixed-up-iss', 'refused', 'mix-up'],
  ])('with %s gets no code and says why', async (failure, received, words) => {
    const { id, flow, cookie } = await start({ authorizationUrl: `${origin}/practice/auth?failure=${failure}` })
    const back = await signInAt(flow.authorization?.url ?? '')
    expect(await receiveCallback(owner().userId, back, cookie)).toBe(received)
    expect(failed((await shown(id)).callback?.remarks ?? []).join(' ')).toContain(words)
  })
})
