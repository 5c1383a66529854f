import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitLines } from '../line-diff'
import { documentTypeById } from '../kinds/registry'
import { fieldTree } from '../schema/field-tree'
import { blameLines } from './blame-lines'
import { fieldHistory } from './field-history'
import { groupRevisions, PAUSE_MS } from './group-revisions'
import { pairItems } from './pair-items'
import { valueChanges } from './value-changes'

const revisions = fc
  .array(
    fc.record({
      authorId: fc.constantFrom('ada', 'ben', null),
      gap: fc.integer({ min: 0, max: 2 * PAUSE_MS }),
      named: fc.boolean(),
      alone: fc.boolean(),
    }),
  )
  .map((list) => {
    let time = 0
    return list.map(({ gap, ...rest }) => ({ ...rest, time: (time -= gap) }))
  })

describe('groups of revisions', () => {
  it('hold every revision once, in order', () => {
    fc.assert(
      fc.property(revisions, (list) => {
        expect(groupRevisions(list).flat()).toEqual(list)
      }),
    )
  })

  it('are of one author without a pause, a name is on the last of a group and a restore stands alone', () => {
    fc.assert(
      fc.property(revisions, (list) => {
        for (const group of groupRevisions(list)) {
          expect(new Set(group.map(({ authorId }) => authorId)).size).toBe(1)
          expect(group.slice(1).some(({ named }) => named)).toBe(false)
          if (group.length > 1) expect(group.some(({ alone }) => alone)).toBe(false)
          for (const [index, { time }] of group.entries())
            expect((group[index - 1]?.time ?? time) - time).toBeLessThanOrEqual(PAUSE_MS)
        }
      }),
    )
  })

  it('are as large as they can be', () => {
    fc.assert(
      fc.property(revisions, (list) => {
        const groups = groupRevisions(list)
        for (const [index, group] of groups.entries()) {
          const next = groups[index + 1]
          if (next) expect(groupRevisions([...group, ...next])).toHaveLength(2)
        }
      }),
    )
  })
})

const text = fc.array(fc.constantFrom('a\n', 'b\n', 'c\n', '  d\n'), { maxLength: 12 }).map((lines) => lines.join(''))

describe('blame of lines', () => {
  it('names for each line a version that has it, and no line of a text that did not change', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), (versions) => {
        let marks: string[] = []
        let before = ''
        for (const [index, version] of versions.entries()) {
          const next = blameLines(marks, before, version, String(index))
          if (version === before) expect(next).toEqual(marks)
          marks = next
          before = version
        }
        const lines = splitLines(before)
        expect(marks).toHaveLength(lines.length)
        for (const [index, mark] of marks.entries())
          expect(splitLines(versions[Number(mark)] ?? '')).toContain(lines[index])
      }),
    )
  })
})

const tool = documentTypeById('tool')
const parameters = fc.uniqueArray(fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd'), required: fc.boolean() }), {
  selector: ({ name }) => name,
})
const yamlOf = (list: readonly { name: string; required: boolean }[]) =>
  `identity:\n  name: search\nparameters:${list.length === 0 ? ' []' : ''}\n${list.map(({ name, required }) => `  - name: ${name}\n    required: ${required}\n`).join('')}`

describe('entries of a list', () => {
  const node = tool && fieldTree(tool).properties.get('parameters')

  it('are each in one pair on either side', () => {
    fc.assert(
      fc.property(parameters, parameters, (before, after) => {
        const pairs = pairItems(before, after, node)
        expect(pairs.flatMap(({ from }) => from ?? []).sort()).toEqual(before.map((_, index) => index))
        expect(pairs.flatMap(({ to }) => to ?? []).sort()).toEqual(after.map((_, index) => index))
        for (const { from, to } of pairs) {
          const name = from === undefined ? undefined : before[from]?.name
          if (name !== undefined && after.some((entry) => entry.name === name)) expect(after[to ?? -1]?.name).toBe(name)
        }
      }),
    )
  })

  it('have changes exactly where they differ', () => {
    fc.assert(
      fc.property(parameters, parameters, (before, after) => {
        const changes = valueChanges({ parameters: before }, { parameters: after }, tool && fieldTree(tool))
        expect(changes.length > 0).toBe(JSON.stringify(before) !== JSON.stringify(after))
      }),
    )
  })
})

describe('the history of a field', () => {
  it('is every change of its value, back to where it came to be', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(parameters, fc.boolean()), { maxLength: 8 }), (steps) => {
        if (!tool) throw new Error('no tool')
        const lists = steps.map(([others, required]) => [...others, { name: 'query', required }])
        const versions = lists.map((list, index) => ({ mark: String(index), text: yamlOf(list) })).reverse()
        const expected = lists
          .map((list, index) => ({ mark: String(index), value: list.at(-1)?.required }))
          .filter(({ value }, index) => index === 0 || value !== lists[index - 1]?.at(-1)?.required)
          .map(({ mark }) => mark)
          .reverse()
        const at = ['parameters', (lists.at(-1)?.length ?? 1) - 1, 'required']
        expect(fieldHistory(versions, tool, at).map(({ mark }) => mark)).toEqual(expected)
      }),
    )
  })

  it('goes on through another name of its entry and texts that do not parse', () => {
    if (!tool) throw new Error('no tool')
    const texts = [
      yamlOf([{ name: 'q', required: true }]),
      yamlOf([{ name: 'q', required: false }]),
      'parameters: [',
      yamlOf([{ name: 'query', required: false }]),
    ]
    const versions = texts.map((text, index) => ({ mark: String(index), text })).reverse()
    expect(fieldHistory(versions, tool, ['parameters', 0, 'required'])).toEqual([
      { mark: '1', before: 'Yes', after: 'No' },
      { mark: '0', after: 'Yes' },
    ])
  })
})
