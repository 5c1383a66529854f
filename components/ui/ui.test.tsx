import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { initialsOf } from './avatar'
import { Button } from './button'
import { classNames } from './class-names'
import { FieldNote } from './field-note'
import { keysText } from './kbd'
import { Segments } from './segments'
import { Badge, severityText } from './severity'
import { Tag } from './tag'

afterEach(cleanup)

describe('a button', () => {
  test('runs its action once a click', async () => {
    const run = vi.fn()
    render(<Button onClick={run}>Share</Button>)
    await userEvent.click(screen.getByRole('button', { name: 'Share' }))
    expect(run).toHaveBeenCalledOnce()
  })

  test('with a reason against it stays reachable and does nothing', async () => {
    const run = vi.fn()
    render(
      <Button onClick={run} disabledReason="Save first.">
        Share
      </Button>,
    )
    const button = screen.getByRole('button', { name: 'Share' })
    await userEvent.tab()
    expect(document.activeElement).toBe(button)
    await userEvent.click(button)
    expect(run).not.toHaveBeenCalled()
    expect(button.getAttribute('aria-disabled')).toBe('true')
  })

  test('is busy at once for the keyboard and shows it only after 300 ms', async () => {
    const run = vi.fn()
    render(
      <Button onClick={run} busy="Sharing">
        Share
      </Button>,
    )
    await userEvent.click(screen.getByRole('button'))
    expect(run).not.toHaveBeenCalled()
    expect(screen.queryByText('Sharing')).toBeNull()
    expect(await screen.findByText('Sharing')).toBeDefined()
  })
})

test('of two utilities for the same thing the later stays, a size is no colour', () => {
  expect(classNames('text-13 text-ink px-2', 'px-4 text-12')).toBe('text-ink px-4 text-12')
})

test('keys are written as the system writes them', () => {
  expect(keysText('mod+enter', true)).toBe('⌘⏎')
  expect(keysText('mod+shift+z', false)).toBe('Ctrl+Shift+Z')
})

test('initials are the first letters of two words, or two letters of one', () => {
  expect(initialsOf('Inês Ribeiro')).toBe('IR')
  expect(initialsOf('guest')).toBe('GU')
  expect(initialsOf('')).toBe('?')
})

test('an error takes the place of the hint', () => {
  const { rerender } = render(<FieldNote id="note">Usually your GitHub name.</FieldNote>)
  expect(screen.getByText('Usually your GitHub name.')).toBeDefined()
  rerender(
    <FieldNote id="note" error="Use lower-case letters.">
      Usually your GitHub name.
    </FieldNote>,
  )
  expect(screen.queryByText('Usually your GitHub name.')).toBeNull()
  expect(screen.getByText('Use lower-case letters.')).toBeDefined()
})

test('segments are a radio group that arrows move in', async () => {
  const change = vi.fn()
  render(
    <Segments
      aria-label="Sign-in"
      value="none"
      onValueChange={change}
      choices={[
        { value: 'none', label: 'None' },
        { value: 'api-key', label: 'API key' },
      ]}
    />,
  )
  expect(screen.getByRole('radiogroup', { name: 'Sign-in' })).toBeDefined()
  await userEvent.click(screen.getByRole('radio', { name: 'API key' }))
  expect(change).toHaveBeenCalledWith('api-key')
})

test('a count of findings is read in words', () => {
  expect(severityText('error', 2)).toBe('2 block install')
  expect(severityText('publish', 1)).toBe('1 blocks publishing')
  const { container } = render(<Badge of="error" count={0} />)
  expect(container.textContent).toBe('')
})

test('a tag is removed by its named button', async () => {
  const remove = vi.fn()
  render(
    <Tag onRemove={remove} removeLabel="Remove weather">
      weather
    </Tag>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Remove weather' }))
  expect(remove).toHaveBeenCalledOnce()
})
