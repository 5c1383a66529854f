import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useKeptFocus } from './use-kept-focus'
import { usePaneKeys } from './use-pane-keys'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  // Nothing has a size here.
  Element.prototype.checkVisibility = () => true
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function Panes({ view }: { view: boolean }) {
  useKeptFocus()
  usePaneKeys()
  return (
    <>
      <nav aria-label="Plugin">
        <div role="treeitem" tabIndex={-1} aria-selected={false} />
        <div role="treeitem" tabIndex={0} aria-selected data-testid="row" />
      </nav>
      <main>
        <button type="button">First</button>
        {view ? <button type="button">Close the view</button> : <input data-ready-control aria-label="Label" />}
      </main>
    </>
  )
}

const button = (name: string) => screen.getByRole('button', { name })

async function settle() {
  await act(async () => {
    await Promise.resolve()
    vi.advanceTimersByTime(200)
  })
}

test('the focus of a control that goes away moves on beside it', async () => {
  const { rerender } = render(<Panes view />)
  button('Close the view').focus()
  rerender(<Panes view={false} />)
  expect(document.activeElement).toBe(document.body)
  await settle()
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Label' }))
})

test('a focus that somebody took elsewhere, or gave up, is left alone', async () => {
  const { rerender } = render(<Panes view />)
  button('Close the view').focus()
  rerender(<Panes view={false} />)
  button('First').focus()
  await settle()
  expect(document.activeElement).toBe(button('First'))
  button('First').blur()
  rerender(<Panes view />)
  await settle()
  expect(document.activeElement).toBe(document.body)
})

test('F6 goes round the panes and back', () => {
  render(<Panes view={false} />)
  const press = (shiftKey: boolean) => {
    act(() => void dispatchEvent(new KeyboardEvent('keydown', { key: 'F6', shiftKey })))
  }
  press(false)
  expect(document.activeElement).toBe(screen.getByTestId('row'))
  press(false)
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Label' }))
  press(true)
  expect(document.activeElement).toBe(screen.getByTestId('row'))
})
