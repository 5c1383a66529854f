import { act, cleanup, render } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, test } from 'vitest'
import { documentTypeById } from '@/lib/plugin/kinds/registry'
import { Form } from './form'
import { testSource } from './test-source'

afterEach(cleanup)

const manifest = 'version: 0.1.0\nname: tide\nlabel:\n  en_US: Tide\ndescription:\n  en_US: Tables.\n'

test('what was typed into the page of the server before it was awake is written', async () => {
  const type = documentTypeById('manifest')
  if (!type) throw new Error('no manifest')
  const made = testSource(manifest)
  const form = <Form type={type} source={made.source} heading={<h1>Test</h1>} />
  const container = document.createElement('div')
  document.body.append(container)
  container.innerHTML = renderToString(form)
  const label = [...container.querySelectorAll('input')].find((input) => input.value === 'Tide')
  if (!label) throw new Error('the form of the server shows no label')
  label.focus()
  label.value = 'Tide Tables'
  await act(async () => {
    render(form, { container, hydrate: true })
  })
  expect(made.state.text).toContain('en_US: Tide Tables\n')
  expect(label.isConnected && label.value).toBe('Tide Tables')
  // what nobody typed into is not written
  expect(made.state.text.replace('Tide Tables', 'Tide')).toBe(manifest)
})
