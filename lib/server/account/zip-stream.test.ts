import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import JSZip from 'jszip'
import { expect, it } from 'vitest'
import { textOf, zipStream } from './zip-stream'

const MIB = 1024 * 1024

it('holds no more than its reader asks for, however much there is', async () => {
  let made = 0
  async function* megabyte() {
    made += MIB
    yield await Promise.resolve(randomBytes(MIB))
  }
  const entries = Array.from({ length: 100 }, (_, index) => ({ name: `${index}`, read: megabyte, packed: true }))
  const stream = zipStream(entries)
  expect(made).toBe(0)
  let read = 0
  let most = 0
  for await (const part of stream) {
    if (!(part instanceof Uint8Array)) throw new Error('A zip is bytes.')
    read += part.length
    most = Math.max(most, made - read)
    await new Promise((done) => setImmediate(done))
  }
  expect(read).toBeGreaterThan(100 * MIB)
  expect(most).toBeLessThan(3 * MIB)
})

it('is a zip in the order of its files, also of files that are zips', async () => {
  const inner = () => zipStream([{ name: 'a/b.txt', read: () => textOf('ä') }])
  const outer = zipStream([
    { name: 'z.txt', read: () => textOf('') },
    { name: 'a.zip', read: inner, packed: true },
  ])
  const zip = await JSZip.loadAsync(await buffer(outer), { checkCRC32: true })
  expect(Object.keys(zip.files)).toEqual(['z.txt', 'a.zip'])
  const read = await JSZip.loadAsync((await zip.file('a.zip')?.async('uint8array')) ?? '')
  expect(await read.file('a/b.txt')?.async('string')).toBe('ä')
})

it('ends with the fault of a file that could not be read', async () => {
  const stream = zipStream([
    {
      name: 'a',
      read: async function* () {
        yield await Promise.reject<Uint8Array>(new Error('Gone.'))
      },
    },
  ])
  await expect(buffer(stream)).rejects.toThrow('Gone.')
})
