import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { documentTypeById } from '@/lib/plugin/kinds/registry'
import { Form } from './form'
import { testSource } from './test-source'

beforeAll(async () => {
  await Promise.all([import('./widgets/rows-field'), import('./widgets/later')])
  Element.prototype.scrollIntoView ??= () => {}
  Element.prototype.hasPointerCapture ??= () => false
})
afterEach(cleanup)

async function show(text: string, tab: RegExp) {
  const type = documentTypeById('model.provider')
  if (!type) throw new Error('no document type')
  const made = testSource(text)
  await act(async () => {
    render(<Form type={type} source={made.source} heading={<h1>Test</h1>} />)
  })
  const user = userEvent.setup()
  await user.click(screen.getByRole('tab', { name: tab }))
  await act(async () => new Promise((done) => setTimeout(done)))
  return { ...made, user }
}

const field = (index: number) =>
  `    - variable: field_${index}\n      type: text-input\n      required: false\n      label: {en_US: Field ${index}}\n`
const withFields = (count: number) =>
  `provider: tiny\nprovider_credential_schema:\n  credential_form_schemas:\n${Array.from({ length: count }, (_, index) => field(index)).join('')}`

test('a list that has as many entries as Dify takes gets no more, and says why', async () => {
  const { user, state } = await show(withFields(31), /^Credentials \d/)
  await user.click(screen.getByLabelText('Add field'))
  expect(state.text).toContain('variable: field\n')
  expect(screen.getByText('Dify takes 32 at most.')).toBeDefined()
  const full = state.text
  const add = screen.getByLabelText('Add field')
  expect(add.getAttribute('aria-describedby')).toBe(screen.getByText('Dify takes 32 at most.').id)
  await user.click(add)
  expect(state.text).toBe(full)
  await user.click(screen.getByLabelText('More for field_3'))
  expect(screen.queryByRole('menuitem', { name: 'Duplicate' })).toBeNull()
  await user.click(await screen.findByRole('menuitem', { name: 'Delete' }))
  expect(screen.queryByText('Dify takes 32 at most.')).toBeNull()
})

test('a list that has more is read and edited', async () => {
  const { user, state } = await show(withFields(40), /^Credentials \d/)
  await user.click(screen.getByText('field_39'))
  await user.type(screen.getByLabelText('Label'), 's')
  expect(state.text).toBe(withFields(40).replace('{en_US: Field 39}', '{en_US: Field 39s}'))
})

test('a colour says in words how well the label can be read on it, in each theme', async () => {
  const { user, state } = await show('provider: tiny\nbackground: "#E5E7EB"\n', /^Provider$/)
  await user.click(screen.getByRole('button', { name: /More/ }))
  expect(await screen.findByText('Light: label 14.3:1, clear')).toBeDefined()
  expect(screen.getByText(/^Dark: label 1\.1:1, too weak: 4\.5:1 is needed$/)).toBeDefined()
  const input = screen.getByRole('textbox', { name: 'Background' })
  await user.clear(input)
  await user.type(input, '#123')
  expect(state.text).toBe('provider: tiny\nbackground: "#123"\n')
  expect(screen.getByText(/^Dark: label 1[0-9.]+:1, clear$/)).toBeDefined()
  await user.type(input, '4')
  expect(screen.getByText(/the contrast of/).textContent).toContain('#1234')
})
