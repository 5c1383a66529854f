import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { documentTypeById } from '@/lib/plugin/kinds/registry'
import { Form } from './form'
import { testSource } from './test-source'

const model = `model: tiny
model_type: llm
model_properties:
  mode: chat
parameter_rules:
  - name: temperature
    use_template: temperature
  - name: format
    use_template: response_format
pricing:
  input: '0.5'
  unit: '0.000001'
  currency: USD
`

beforeAll(async () => {
  await Promise.all([import('./widgets/rows-field'), import('./widgets/later')])
  Element.prototype.scrollIntoView ??= () => {}
  Element.prototype.hasPointerCapture ??= () => false
})
afterEach(cleanup)

async function show(tab: string) {
  const type = documentTypeById('model.llm')
  if (!type) throw new Error('no type of models')
  const made = testSource(model)
  await act(async () => {
    render(<Form type={type} source={made.source} heading={<h1>Test</h1>} />)
  })
  const user = userEvent.setup()
  await user.click(screen.getByRole('tab', { name: new RegExp(`^${tab}`) }))
  await act(async () => new Promise((done) => setTimeout(done)))
  return { ...made, user }
}

test('a parameter shows what its template brings, until it says something itself', async () => {
  const { user, state } = await show('Parameters')
  await user.click(screen.getByRole('button', { name: /^temperature/ }))
  expect(screen.getByLabelText('Max')).toHaveProperty('placeholder', '1')
  expect(screen.getByLabelText('Max')).toHaveProperty('value', '')
  await user.type(screen.getByLabelText('Max'), '2')
  expect(state.text).toContain('    use_template: temperature\n    max: 2\n')
  await user.click(screen.getByRole('button', { name: /^format/ }))
  expect(screen.getByText('JSON, XML, from the template')).toBeTruthy()
})

test('a template that is not there yet is added with a click', async () => {
  const { user, state } = await show('Parameters')
  await user.click(screen.getByRole('button', { name: 'From a template' }))
  expect(screen.queryByRole('menuitem', { name: 'temperature' })).toBeNull()
  await user.click(await screen.findByRole('menuitem', { name: 'top_p' }))
  expect(state.text).toContain('  - name: top_p\n    use_template: top_p\n')
})

test('a price that is emptied stays while another one needs it', async () => {
  const { user, state } = await show('Price')
  await user.type(await screen.findByLabelText('Output'), '1.5')
  await user.clear(screen.getByLabelText('Input'))
  await user.tab()
  expect(state.text).toContain("  input: '0.5'\n")
  expect(screen.getByLabelText('Input')).toHaveProperty('value', '0.5')
  await user.clear(screen.getByLabelText('Output'))
  await user.tab()
  expect(state.text).not.toContain('output')
  await user.clear(screen.getByLabelText('Input'))
  await user.tab()
  expect(state.text).not.toContain('input')
})

test('prices stay texts and say what they are for', async () => {
  const { user, state } = await show('Price')
  expect(await screen.findByText('USD per 1M tokens')).toBeTruthy()
  await user.clear(screen.getByLabelText('Unit'))
  await user.type(screen.getByLabelText('Unit'), '0.001')
  expect(screen.getByText('USD per 1K tokens')).toBeTruthy()
  expect(state.text).toContain("unit: '0.001'")
})
