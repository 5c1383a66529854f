import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { CellEditor } from './cell-editor'

it('gives a text once, and again after it was refused', async () => {
  const onDone = vi.fn(() => false)
  render(<CellEditor name="Name" start="a" onDone={onDone} />)
  const field = screen.getByRole('textbox', { name: 'Name' })
  await userEvent.type(field, '!{Enter}')
  expect(onDone).toHaveBeenLastCalledWith('a!', { row: 1, column: 0 })
  expect(screen.getByRole('textbox')).toHaveProperty('value', 'a!')
  onDone.mockReturnValue(true)
  await userEvent.type(field, '{Backspace}{Enter}')
  expect(onDone).toHaveBeenLastCalledWith('a', { row: 1, column: 0 })
  const given = onDone.mock.calls.length
  await userEvent.tab()
  expect(onDone).toHaveBeenCalledTimes(given)
})
