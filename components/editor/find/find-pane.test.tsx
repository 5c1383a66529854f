import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { textOf, writeFile } from '@/lib/plugin/files'
import { findInFiles, replaceInFiles } from '@/lib/plugin/find/find-in-files'
import { samplePlugin } from '@/lib/plugin/rules/sample-plugin'
import { createStore } from '../store/store'
import { createUi, openFind, UiProvider } from '../store/ui-state'
import { StoreProvider } from '../store/use-editor'
import { FindPane } from './find-pane'
import type { createSearcher } from './searcher'

const waiting: (() => void)[] = []

// The work of the worker, here: it answers when the test lets it.
vi.mock('./searcher', () => ({
  createSearcher: (): ReturnType<typeof createSearcher> => ({
    stop: () => {},
    find: (files, { words }, preview) => {
      const replacement = preview === undefined ? undefined : { text: preview, groups: false }
      return Promise.resolve({ ok: true, ...findInFiles(files, new RegExp(words, 'g'), { replacement }) })
    },
    replace: (files, query, text, only) =>
      new Promise((done) => {
        const texts = replaceInFiles(files, new RegExp(query.words, 'g'), { text, groups: false }, only)
        waiting.push(() => done({ ok: true, texts }))
      }),
  }),
}))

afterEach(() => {
  cleanup()
  waiting.length = 0
})

async function preview(words: string, replacement: string) {
  const place = { file: 'manifest.yaml', code: 'manifest.yaml', at: [] }
  const store = createStore({ files: samplePlugin, revision: 'r1', place })
  render(
    <StoreProvider value={store}>
      <UiProvider value={createUi()}>
        <FindPane />
      </UiProvider>
    </StoreProvider>,
  )
  const manifest = () => textOf(store.get().files, 'manifest.yaml') ?? ''
  const type = (text: string) =>
    store.change('Type', (files) => writeFile(files, 'manifest.yaml', `${manifest()}# ${text}\n`))
  await userEvent.type(screen.getByRole('searchbox', { name: 'Find in all files' }), words)
  await userEvent.click(screen.getByRole('textbox', { name: 'Replace by' }))
  await userEvent.paste(replacement)
  await screen.findAllByRole('checkbox', { name: /^Replace in line \d+ of manifest\.yaml$/ })
  const undo = () => act(() => void store.undo())
  return { manifest, type, undo, answer: () => act(async () => waiting.shift()?.()) }
}

async function replaceAll(words: string, replacement: string) {
  const opened = await preview(words, replacement)
  await userEvent.click(screen.getByRole('button', { name: 'Replace all' }))
  return opened
}

test('what a replacement makes of each place is seen before, and a place can be left out', async () => {
  const { manifest, answer } = await preview('acme', 'dunes')
  const changes = () => [...document.querySelectorAll('del, ins')].map(({ textContent }) => textContent)
  await vi.waitFor(() => expect(changes().slice(0, 2)).toEqual(['acme', 'dunes']))
  const all = changes().length
  await userEvent.click(screen.getByRole('checkbox', { name: 'Replace in line 3 of manifest.yaml' }))
  expect(changes()).toHaveLength(all - 2)
  await userEvent.click(screen.getByRole('button', { name: `Replace these ${all / 2 - 1}` }))
  await answer()
  expect(manifest()).toContain('author: acme')
  expect(manifest()).toContain('contact: hello@dunes.dev')
})

test('a place that was left out stays so when others before it are replaced', async () => {
  const { manifest, undo, answer } = await preview('plugin', 'a plugin')
  const boxes = () => screen.getAllByRole<HTMLInputElement>('checkbox', { name: /of manifest\.yaml$/ })
  const ticks = () => boxes().map(({ checked }) => checked)
  const all = ticks().length
  expect(all).toBeGreaterThan(1)
  await userEvent.click(boxes().at(-1)!)
  await userEvent.click(screen.getByRole('button', { name: /^Replace these/ }))
  await answer()
  expect(manifest()).toContain('type: a plugin')
  await vi.waitFor(() => expect(document.querySelector('li')?.textContent).toContain('type: a plugina plugin'))
  expect(ticks()).toEqual([...Array<boolean>(all - 1).fill(true), false])
  undo()
  await vi.waitFor(() => expect(document.querySelector('li')?.textContent).toContain('type: plugina plugin'))
  expect(ticks()).toEqual([...Array<boolean>(all - 1).fill(true), false])
})

test('what is typed before the answer comes is not written over', async () => {
  const { manifest, type, answer } = await replaceAll('acme', 'dunes')
  act(() => void type('kept'))
  await answer()
  expect(screen.getByText(/the files changed meanwhile/)).toBeDefined()
  expect(manifest()).toContain('author: acme')
  expect(manifest()).toContain('# kept')
})

test('what is typed while a replacement is being asked about stays, and nothing is replaced', async () => {
  const { manifest, type, answer } = await replaceAll('type: plugin', 'type: [plugin')
  await answer()
  expect(screen.getByText('manifest.yaml would no longer parse.')).toBeDefined()
  act(() => void type('kept, type: plugin'))
  await userEvent.click(screen.getByRole('button', { name: 'Replace all the same' }))
  await answer()
  expect(screen.getByText(/the files changed meanwhile/)).toBeDefined()
  expect(manifest()).toContain('# kept, type: plugin')
})

test('asked for again while it is open, its field takes the focus and its words are chosen', async () => {
  const place = { file: 'manifest.yaml', code: 'manifest.yaml', at: [] }
  const ui = createUi()
  render(
    <StoreProvider value={createStore({ files: samplePlugin, revision: 'r1', place })}>
      <UiProvider value={ui}>
        <FindPane />
      </UiProvider>
    </StoreProvider>,
  )
  const field = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Find in all files' })
  await userEvent.type(field, 'city')
  act(() => field.blur())
  act(() => openFind(ui))
  expect(document.activeElement).toBe(field)
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, 4])
})
