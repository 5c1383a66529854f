import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedPaths, textOf, writeFile, type Files } from '../files'
import { pythonOf } from '../follow-python'
import { documentsOf, documentTypeOf, referencesFrom } from '../references'
import { applyInverse } from '../apply-inverse'
import { inverseOf, stepBetween } from '../step'
import { parseYaml } from '../yaml/parse'
import { addItem } from './add-item'
import { duplicateItem } from './duplicate-item'
import { examplePlugin, pristineDocuments } from './example-plugin'
import { moveItem } from './move-item'
import { itemsOf, nameOf } from './place'
import { removeItem } from './remove-item'
import { renameItem } from './rename-item'
import { danglingRefs } from './test-changes'
import { setValue } from './values'

type Operation = 'add' | 'duplicate' | 'rename' | 'remove' | 'move' | 'touch' | 'label'

const operation = fc.record({
  what: fc.constantFrom<Operation>('add', 'duplicate', 'rename', 'remove', 'move', 'touch', 'label'),
  pick: fc.nat(9),
  name: fc.constantFrom('search', 'Web-Search', 'provider', 'null', '123', 'a b', 'forecast', 'ping'),
})

const parents = ['provider/weather.yaml', 'group/hook.yaml']

function itemFiles(files: Files): string[] {
  return [...documentsOf(files).keys()].filter((path) => !parents.includes(path) && path !== 'manifest.yaml')
}

/** One operation on the plugin; the same files where there is nothing to do it to. */
function apply(files: Files, { what, pick, name }: { what: Operation; pick: number; name: string }): Files {
  const items = itemFiles(files)
  const file = items[pick % Math.max(items.length, 1)]
  if (what === 'add') return done(files, addItem(files, parents[pick % 2] ?? '', name))
  if (file === undefined) return files
  const python = pythonOf(files, file) ?? 'none.py'
  switch (what) {
    case 'duplicate':
      return done(files, duplicateItem(files, file))
    case 'rename':
      return done(files, renameItem(files, file, name))
    case 'remove':
      return done(files, removeItem(files, file))
    case 'move':
      return done(files, moveItem(files, file, pick))
    case 'touch':
      return writeFile(files, python, `${textOf(files, python) ?? ''}# touched\n`)
    case 'label':
      return done(files, setValue(files, file, ['note'], name))
  }
}

function done(files: Files, edited: ReturnType<typeof addItem>): Files {
  if (!edited.ok) expect(edited.reason).toMatch(/^Choose another name|already/)
  return edited.ok ? edited.files : files
}

test('whatever is done to items, every document parses, every reference leads somewhere, untouched Python follows', () => {
  fc.assert(
    fc.property(fc.array(operation, { minLength: 1, maxLength: 14 }), (operations) => {
      let files = examplePlugin()
      for (const one of operations) {
        const next = apply(files, one)
        expect(danglingRefs(next)).toEqual([])
        for (const path of documentsOf(next).keys()) expect(parseYaml(textOf(next, path) ?? '[').ok).toBe(true)
        expect(next.get('README.md')).toBe(files.get('README.md'))
        const touched = [...documentsOf(next).keys()].filter((path) =>
          /# touched/.test(textOf(next, pythonOf(next, path) ?? '') ?? ''),
        )
        const followed = new Set([...pristineDocuments(next), ...touched])
        expect(itemFiles(next).filter((path) => !followed.has(path))).toEqual([])
        for (const parent of parents) {
          const names = itemsOf(next, parent).map((path) => nameOf(next, path) ?? path)
          expect(new Set(names).size).toBe(names.length)
        }
        files = next
      }
    }),
    { numRuns: 60 },
  )
})

test('an item operation changes no file that it does not concern', () => {
  fc.assert(
    fc.property(operation, (one) => {
      const files = examplePlugin()
      const items = itemFiles(files)
      const file = items[one.pick % items.length] ?? ''
      const parent =
        one.what === 'add'
          ? (parents[one.pick % 2] ?? '')
          : (parents.find((path) => itemsOf(files, path).includes(file)) ?? '')
      const own = new Set([parent, file, pythonOf(files, file), parent === parents[0] ? 'provider/weather.py' : ''])
      const changed = changedPaths(files, apply(files, one)).filter((path) => files.has(path))
      expect(changed.filter((path) => !own.has(path))).toEqual([])
    }),
  )
})

test('undo takes back everything, redo brings it again', () => {
  fc.assert(
    fc.property(fc.array(operation, { minLength: 1, maxLength: 8 }), (operations) => {
      const states = [examplePlugin()]
      for (const one of operations) states.push(apply(states.at(-1) ?? new Map(), one))
      const steps = states.slice(1).map((state, index) => stepBetween(states[index] ?? new Map(), state))
      let files = states.at(-1) ?? new Map()
      for (const step of steps.toReversed()) files = applied(applyInverse(step, files))
      expect(files).toEqual(states[0])
      for (const step of steps) files = applied(applyInverse(inverseOf(step), files))
      expect(files).toEqual(states.at(-1))
    }),
    { numRuns: 30 },
  )
})

// Names that need quotes in YAML would leave the quotes.
test('renaming there and back gives identical bytes', () => {
  fc.assert(
    fc.property(fc.nat(9), fc.stringMatching(/^x_[a-z0-9_]{1,20}$/), (pick, name) => {
      const files = examplePlugin()
      const items = [...itemFiles(files), 'provider/weather.yaml']
      const file = items[pick % items.length] ?? ''
      const there = renameItem(files, file, name)
      if (!there.ok) return
      const old = nameOf(files, file, documentTypeOf(files, file)) ?? file.replace(/.*\/|\.yaml/g, '')
      const back = renameItem(there.files, there.file ?? '', old)
      expect(back.ok && changedPaths(files, back.files)).toEqual([])
    }),
  )
})

test('references to a removed item are gone, in every document', () => {
  const files = examplePlugin()
  for (const item of itemFiles(files)) {
    const edited = removeItem(files, item)
    expect(edited.ok).toBe(true)
    if (!edited.ok) continue
    for (const path of documentsOf(edited.files).keys()) {
      expect(referencesFrom(edited.files, path).filter((ref) => ref.file === item)).toEqual([])
    }
  }
})

function applied(result: ReturnType<typeof applyInverse>): Files {
  if (!result.ok) throw new Error(result.conflicts.map(({ reason }) => reason).join())
  return result.files
}
