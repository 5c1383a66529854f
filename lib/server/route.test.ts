import { expect, it, vi } from 'vitest'
import { z } from 'zod'
import { environment } from './environment'
import { commentLimit, readBody, route } from './route'

const post = (body: ReadableStream<Uint8Array>) =>
  route(async (request) => {
    const given = await readBody(request, z.object({ text: z.string() }), commentLimit)
    return given.ok ? Response.json(given.body) : given.response
  })(
    new Request(`${environment().origin}/api/x`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: environment().origin },
      body,
      duplex: 'half',
    } as RequestInit),
    { params: Promise.resolve({}) },
  )

const begun = (end: (controller: ReadableStreamDefaultController<Uint8Array>) => void) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"text":'))
      end(controller)
    },
  })

it('takes a body that its sender broke off for no fault of the server', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const answer = await post(begun((controller) => controller.error(new Error('aborted'))))
  expect([answer.status, (await answer.json()).error.message]).toEqual([
    400,
    'Send this again: the body of the request broke off.',
  ])
  expect(logged).not.toHaveBeenCalled()
  logged.mockRestore()
})

it('reads a body that came whole', async () => {
  const whole = begun((controller) => {
    controller.enqueue(new TextEncoder().encode('"a"}'))
    controller.close()
  })
  expect(await (await post(whole)).json()).toEqual({ text: 'a' })
})
