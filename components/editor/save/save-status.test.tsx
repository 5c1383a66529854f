import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createStore, type SaveState } from '../store/store'
import { StoreProvider } from '../store/use-editor'
import { SaveStatus } from './save-status'

afterEach(cleanup)

function open() {
  const store = createStore({ files: new Map(), revision: 'r1', place: { file: 'a', code: 'a', at: [] } })
  render(
    <StoreProvider value={store}>
      <SaveStatus saveNow={() => {}} />
    </StoreProvider>,
  )
  const said: string[] = []
  const go = (save: SaveState, kept: 'kept' | 'soon' = 'kept') => {
    act(() => store.note({ save, kept }))
    const now = screen.getByRole('status').textContent
    if (now !== (said.at(-1) ?? '')) said.push(now)
    return screen.getByRole('group', { name: 'Save state' }).textContent
  }
  return { go, said }
}

test('every save is seen, and none that goes well is called out', () => {
  const { go, said } = open()
  expect(go({ kind: 'waiting' })).toBe('Saving')
  expect(go({ kind: 'saved' })).toBe('Saved')
  expect(go({ kind: 'merged' })).toBe('Others’ changes merged')
  expect(said).toEqual([])
})

test('a trouble is called out once, and that it is over', () => {
  const { go, said } = open()
  for (let tries = 0; tries < 3; tries += 1) {
    go({ kind: 'saving' })
    go({ kind: 'offline' }, 'soon')
    go({ kind: 'offline' })
  }
  go({ kind: 'failed', reason: 'The database is full.' })
  go({ kind: 'saving' })
  go({ kind: 'saved' })
  go({ kind: 'saving' })
  go({ kind: 'saved' })
  expect(said).toEqual(['Offline, kept here', 'Not saved.', 'Saved again'])
})
