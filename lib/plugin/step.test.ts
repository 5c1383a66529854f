import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Files } from './files'
import { applyInverse } from './apply-inverse'
import { inverseOf, joinSteps, stepBetween } from './step'

const filesOf = (entries: Record<string, string>): Files => new Map(Object.entries(entries))

describe('undo', () => {
  test('keeps only the files that the step concerns', () => {
    const step = stepBetween(filesOf({ a: '1', b: '2', gone: 'x' }), filesOf({ a: '1', b: '3', come: 'y' }))
    expect(step.paths).toEqual(['b', 'come', 'gone'])
    expect(Object.fromEntries(step.before)).toEqual({ b: '2', gone: 'x' })
    expect(Object.fromEntries(step.after)).toEqual({ b: '3', come: 'y' })
  })

  test('takes a step back and forth', () => {
    const before = filesOf({ a: '1', gone: 'x' })
    const after = filesOf({ a: '2', come: 'y' })
    const step = stepBetween(before, after)
    expect(applyInverse(step, after)).toEqual({ ok: true, files: before })
    expect(applyInverse(inverseOf(step), before)).toEqual({ ok: true, files: after })
  })

  test('leaves the work of others in the same file', () => {
    const step = stepBetween(filesOf({ a: 'x: 1\ny: 1\nz: 1\n' }), filesOf({ a: 'x: 1\ny: 2\nz: 1\n' }))
    const now = filesOf({ a: 'x: 1\ny: 2\nmore: 3\nz: 9\n', b: 'theirs' })
    expect(applyInverse(step, now)).toEqual({
      ok: true,
      files: filesOf({ a: 'x: 1\ny: 1\nmore: 3\nz: 9\n', b: 'theirs' }),
    })
  })

  test('names the files that others changed at the same place and changes nothing', () => {
    const step = stepBetween(filesOf({ a: 'x: 1\n' }), filesOf({ a: 'x: 2\n' }))
    expect(applyInverse(step, filesOf({ a: 'x: 3\n' }))).toEqual({
      ok: false,
      conflicts: [{ path: 'a', reason: 'Both sides changed the same lines of a.' }],
    })
  })

  test('joins steps into one that goes back to the first state', () => {
    const one = filesOf({ a: '1', b: '1' })
    const two = filesOf({ a: '2', b: '1', c: '1' })
    const three = filesOf({ a: '3', b: '2' })
    const joined = joinSteps(stepBetween(one, two), stepBetween(two, three))
    expect(applyInverse(joined, three)).toEqual({ ok: true, files: one })
    expect(applyInverse(inverseOf(joined), one)).toEqual({ ok: true, files: three })
  })

  test('goes back through any history to the first bytes, and forward again', () => {
    const names = fc.constantFrom('a', 'b', 'c')
    const change = fc.tuple(
      names,
      fc.option(fc.string({ unit: fc.constantFrom('x', 'y', '\n'), maxLength: 8 }), { nil: undefined }),
    )
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const states: Files[] = [filesOf({ a: 'x\n' })]
        for (const [path, text] of changes) {
          const next = new Map(states.at(-1))
          if (text === undefined) next.delete(path)
          else next.set(path, text)
          states.push(next)
        }
        const steps = states.slice(1).map((state, index) => stepBetween(states[index] ?? new Map(), state))
        let files = states.at(-1) ?? new Map()
        for (const step of steps.toReversed()) {
          const undone = applyInverse(step, files)
          expect(undone.ok).toBe(true)
          if (undone.ok) files = undone.files
        }
        expect(files).toEqual(states[0])
        for (const step of steps) {
          const redone = applyInverse(inverseOf(step), files)
          if (redone.ok) files = redone.files
        }
        expect(files).toEqual(states.at(-1))
      }),
    )
  })
})
