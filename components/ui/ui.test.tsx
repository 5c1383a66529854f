import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Undo2 } from 'lucide-react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { initialsOf } from './avatar'
import { Button } from './button'
import { buttonStyle } from './button-style'
import { classNames } from './class-names'
import { FieldNote } from './field-note'
import { IconButton } from './icon-button'
import { keysText } from './kbd'
import { Menu, MenuItem } from './menu'
import { Segments } from './segments'
import { Badge, severityText } from './severity'
import { Tag } from './tag'
import { showToast } from './toast'
import { ToastHost } from './toast-host'

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

test('a link that looks like a button takes its own colour before that of the look', () => {
  const colours = buttonStyle({ look: 'ghost', className: 'text-ink' }).split(' ')
  expect(colours).toContain('text-ink')
  expect(colours).not.toContain('text-ink-2')
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

describe('a menu', () => {
  function draw() {
    const rename = vi.fn()
    render(
      <Menu trigger={<button type="button">More</button>}>
        <MenuItem onSelect={rename}>Rename</MenuItem>
        <MenuItem onSelect={() => {}} disabledReason="The last tool stays">
          Delete
        </MenuItem>
      </Menu>,
    )
    return rename
  }

  test('opens by the arrow key at its first entry and gives the focus back by Escape', async () => {
    draw()
    await userEvent.tab()
    await userEvent.keyboard('{ArrowDown}')
    const first = await screen.findByRole('menuitem', { name: 'Rename' })
    await waitFor(() => expect(document.activeElement).toBe(first))
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('menu')).toBeNull()
    await waitFor(() => expect(document.activeElement?.textContent).toBe('More'))
  })

  test('runs an entry and closes', async () => {
    const rename = draw()
    await userEvent.click(screen.getByRole('button', { name: 'More' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Rename' }))
    expect(rename).toHaveBeenCalledOnce()
    expect(screen.queryByRole('menu')).toBeNull()
  })

  test('says why an entry cannot be used', async () => {
    draw()
    await userEvent.click(screen.getByRole('button', { name: 'More' }))
    const entry = await screen.findByRole('menuitem', { name: 'Delete The last tool stays' })
    expect(entry.getAttribute('aria-disabled')).toBe('true')
  })
})

describe('a tooltip', () => {
  test('comes to the keyboard at once, names the key and goes by Escape', async () => {
    render(<IconButton icon={Undo2} label="Undo" shortcut="mod+z" />)
    await userEvent.tab()
    expect((await screen.findByRole('tooltip')).textContent).toBe('UndoCtrl+Z')
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('tooltip')).toBeNull()
  })

  test('that says why a button is off describes it', async () => {
    render(<Button disabledReason="Save first.">Share</Button>)
    await userEvent.tab()
    const tip = await screen.findByRole('tooltip')
    expect(screen.getByRole('button').getAttribute('aria-describedby')).toBe(tip.id)
  })
})

test('a toast that comes before its layer is loaded is shown all the same, with its action', async () => {
  const undo = vi.fn()
  render(<ToastHost />)
  act(() => showToast('units deleted', { label: 'Undo', run: undo }))
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(undo).toHaveBeenCalledOnce()
})
