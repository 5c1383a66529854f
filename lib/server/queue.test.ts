import { expect, it } from 'vitest'
import { queued } from './queue'

it('does work of one name in turn, and that of another at once', async () => {
  const order: string[] = []
  let open = () => {}
  const gate = new Promise<void>((done) => (open = done))
  const first = queued('a', async () => {
    await gate
    order.push('first')
  })
  const second = queued('a', () => Promise.resolve(void order.push('second')))
  await queued('b', () => Promise.resolve(void order.push('other')))
  open()
  await Promise.all([first, second])
  expect(order).toEqual(['other', 'first', 'second'])
})

it('goes on after work that failed', async () => {
  const failed = queued('a', () => Promise.reject(new Error('broken')))
  const next = queued('a', () => Promise.resolve(7))
  await expect(failed).rejects.toThrow('broken')
  expect(await next).toBe(7)
})
