import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { FileContent, Files } from '../files'

/** Packing with nothing remembered. */
async function freshPack(): Promise<(files: Files) => Promise<Uint8Array>> {
  vi.resetModules()
  return (await import('./pack')).zipFiles
}

let pack: (files: Files) => Promise<Uint8Array>
beforeEach(async () => {
  pack = await freshPack()
})

const long = 'print("a line that stands for many")\n'.repeat(200)

describe('packing again after an edit', () => {
  it('gives the bytes of packing anew', async () => {
    const before = new Map<string, FileContent>([
      ['a.py', long],
      ['b.py', 'b\n'],
      ['empty', ''],
      ['__proto__', 'x'],
      ['é.txt', 'é\n'],
      ['i.png', Uint8Array.of(1, 2)],
    ])
    await pack(before)
    const after = new Map([...before, ['b.py', 'edited\n'], ['c.py', 'new\n']])
    after.delete('é.txt')
    const again = await pack(after)
    expect(again).toEqual(await (await freshPack())(after))
  })

  it('does not believe a package that was changed by who got it', async () => {
    const files = new Map([['a.py', long]])
    const first = await pack(files)
    const copy = first.slice()
    first.fill(0)
    expect(await pack(files)).toEqual(copy)
  })

  it('does not mix up files that moved', async () => {
    await pack(
      new Map([
        ['a', 'one\n'],
        ['b', 'two\n'],
        ['c', 'three\n'],
      ]),
    )
    const moved = new Map([
      ['a', 'two\n'],
      ['b', 'one\n'],
      ['c', 'three\n'],
    ])
    expect(await pack(moved)).toEqual(await (await freshPack())(moved))
  })

  it('gives the bytes of packing anew after any edits', async () => {
    const name = fc.constantFrom('a', 'b/c', '9', '10', '__proto__', 'é', 'x.png')
    const content = fc.oneof(fc.constantFrom('', 'x', long), fc.string(), fc.uint8Array({ maxLength: 20 }))
    const files = fc.dictionary(name, content).map((record) => new Map<string, FileContent>(Object.entries(record)))
    await fc.assert(
      fc.asyncProperty(fc.array(files, { minLength: 1, maxLength: 4 }), async (states) => {
        const last = states.at(-1) ?? new Map()
        for (const state of states) await pack(state)
        expect(await pack(last)).toEqual(await (await freshPack())(last))
      }),
      { numRuns: 60 },
    )
  })
})
