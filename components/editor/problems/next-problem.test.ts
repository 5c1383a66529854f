import { expect, test } from 'vitest'
import { changed } from '@/lib/plugin/rules/sample-plugin'
import { createStore } from '../store/store'
import { createUi } from '../store/ui-state'
import { findingsOf } from './check-files'
import { listedFindings } from './go-to-finding'
import { nextProblem } from './next-problem'

const files = changed(
  'manifest.yaml',
  'contact: hello@acme.dev\n',
  '',
  changed('manifest.yaml', 'author: acme', 'author: Acme'),
)

function open() {
  const place = { file: 'tools/forecast.yaml', code: 'tools/forecast.yaml', at: [] }
  const store = createStore({ files, revision: 'r1', place })
  const check = () => store.note({ findings: findingsOf(store.get().files), checked: store.get().files })
  check()
  const ui = createUi()
  return { store, check, go: (by: 1 | -1) => nextProblem(store, ui, by), at: () => store.get().place.at.join('.') }
}

test('leads round all problems in the order of the list, both ways, with the focus', () => {
  const { store, go, at } = open()
  const paths = listedFindings(store.get().findings).map(({ path }) => path?.join('.'))
  expect(paths.length).toBeGreaterThan(1)
  for (const path of [...paths, paths[0]]) {
    go(1)
    expect(at()).toBe(path)
    expect(store.takeFocus()).toBe(true)
  }
  go(-1)
  expect(at()).toBe(paths.at(-1))
})

test('goes on where it was when the problem is mended', () => {
  const { store, check, go, at } = open()
  const [first, second] = listedFindings(store.get().findings)
  go(1)
  if (first?.fix) store.change(first.fix.title, first.fix.apply)
  check()
  go(1)
  expect(at()).toBe(second?.path?.join('.'))
})
