import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { addedHeaders } from '@/lib/oauth/http'
import { refusals } from './test-refusals'
import { describeOnEmbedded } from '../test-database'
import { otherServer } from './test-other-server'
import { token } from './test-answers'
import { tokenAnswers } from './test-token-answers'

describeOnEmbedded('servers of other make are read right', () => {
  const { server, send, signedIn, perform, after } = otherServer()

  it.each([...tokenAnswers, ...refusals])('when they answer %s', async (_, answer, told, part) => {
    const id = await signedIn(part)
    send(answer)
    const { flow, exchange, remarks } = await after(id, 'exchange')
    const texts = (verdict: string) =>
      remarks
        .filter((each) => each.verdict === verdict && !each.text.startsWith('A client that keeps'))
        .map(({ text }) => text)
    if (told.token) expect(flow.token?.token).toMatchObject(told.token)
    else expect(flow.token).toBeUndefined()
    if (told.refusal) expect(exchange.refusal).toMatchObject(told.refusal)
    else expect(exchange.refusal).toBeUndefined()
    expect(texts('bent')).toEqual((told.bent ?? []).map((words) => expect.stringContaining(words) as string))
    expect(texts('fail')).toEqual((told.fail ?? []).map((words) => expect.stringContaining(words) as string))
    for (const words of told.note ?? []) expect(texts('note').join(' ')).toContain(words)
    const strict = remarks.find(
      ({ text }) => text.startsWith('A client that keeps') || text.startsWith('The refusal has the shape'),
    )
    expect(strict?.verdict).toBe(told.strict)
    expect(exchange.explanations.map(({ cause, remedy }) => cause + remedy).join(' ')).toContain(told.explains ?? '')
    if (told.refusal) expect(exchange.explanations.length).toBeGreaterThan(0)
    expect(server().seen).toHaveLength(1)
    expect(await perform(id, 'exchange')).toMatchObject({ ok: false, status: 422 })
  })

  it('by requests of which the page shows everything, or names what the HTTP client adds', async () => {
    const id = await signedIn()
    send({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(token) })
    for (const step of ['exchange', 'userinfo'] as const) {
      const { exchange } = await after(id, step)
      const shown = [...exchange.request.headers.map(([name]) => name), ...addedHeaders(exchange.request), 'Host']
      expect(Object.keys(server().seen.at(-1)?.headers ?? {}).sort()).toEqual(
        shown.map((name) => name.toLowerCase()).sort(),
      )
    }
  })

  it.each([
    ['a page without end', 'answered more than 262144 bytes'],
    ['a zip bomb', 'answered more than 262144 bytes'],
    ['drop by drop', 'took longer than 2 s'],
    ['never', 'took longer than 2 s'],
    ['what cannot be unpacked', 'cannot be unpacked'],
    ['by hanging up', 'failed'],
    ['no HTTP', 'failed'],
  ])('when they answer %s', async (how, words) => {
    const id = await signedIn()
    server().answer = (response) => {
      if (how === 'never') return
      if (how === 'by hanging up') return response.destroy()
      if (how === 'no HTTP') return void response.socket?.end('SSH-2.0-OpenSSH_9.6\r\n')
      if (how === 'what cannot be unpacked')
        return response.writeHead(200, { 'content-encoding': 'gzip' }).end('{"access')
      if (how === 'a zip bomb')
        return response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(20_000_000)))
      const drop = setInterval(
        () => response.write(how === 'drop by drop' ? ' ' : 'x'.repeat(10_000)),
        how === 'drop by drop' ? 50 : 1,
      )
      response.writeHead(200, { 'content-type': 'application/json' }).on('close', () => clearInterval(drop))
    }
    const { flow, exchange } = await after(id, 'exchange')
    expect(exchange.answer).toBeUndefined()
    expect(exchange.failure).toContain(words)
    expect(exchange.failure).toContain(server().host)
    expect(flow.token).toBeUndefined()
    // the code may have been spent
    expect(await perform(id, 'exchange')).toMatchObject({ ok: false, status: 422 })
  })
})
