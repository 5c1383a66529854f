import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { documentTypeById } from '@/lib/plugin/kinds/registry'
import { Form } from './form'
import { testSource } from './test-source'

const provider = `provider: tiny
provider_credential_schema:
  credential_form_schemas:
    - variable: region
      type: select
      required: true
      label: {en_US: Region}
      options:
        - {value: eu, label: {en_US: Europe}}
        - {value: us, label: {en_US: America}}
    - variable: host
      type: text-input
      required: false
      label: {en_US: Host}
`

beforeAll(async () => {
  await Promise.all([import('./widgets/rows-field'), import('./widgets/later')])
  Element.prototype.scrollIntoView ??= () => {}
  Element.prototype.hasPointerCapture ??= () => false
})
afterEach(cleanup)

test('a new condition names another field and one of its options, and offers the others', async () => {
  const type = documentTypeById('model.provider')
  if (!type) throw new Error('no type of providers')
  const { source, state } = testSource(provider)
  await act(async () => {
    render(<Form type={type} source={source} heading={<h1>Test</h1>} />)
  })
  const user = userEvent.setup()
  const [tab] = screen.getAllByRole('tab', { name: /^Credentials/ })
  await user.click(tab ?? document.body)
  await user.click(await screen.findByRole('button', { name: /^host/ }))
  const more = screen.queryByRole('button', { name: 'More' })
  if (more) await user.click(more)
  await user.click(await screen.findByRole('button', { name: 'Add condition' }))
  expect(state.text).toContain('      show_on:\n        - variable: region\n          value: eu\n')
  await user.click(await screen.findByRole('combobox', { name: 'Value' }))
  await user.click(await screen.findByRole('option', { name: 'us' }))
  expect(state.text).toContain('          value: us\n')
})
