import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import type { DocumentType } from '@/lib/plugin/document'
import { outputSchema } from '@/lib/plugin/schema/output-schema'
import { Form } from './form'
import { testSource } from './test-source'

afterEach(cleanup)

const type: DocumentType = {
  id: 'test',
  title: 'Test',
  icon: 'wrench',
  schema: z.looseObject({ output_schema: outputSchema }),
  form: [{ id: 'output', title: 'Output', fields: ['output_schema'] }],
  label: () => 'Test',
  refs: () => [],
  starter: () => '',
}

async function open(text: string) {
  const made = testSource(text)
  render(<Form type={type} source={made.source} heading={<h2>Test</h2>} />)
  await screen.findByRole('button', { name: 'Infer from sample JSON' })
  return made
}

const start = `# kept
output_schema:
  type: object
  properties:
    city: # where
      type: string
      description: The city.
`

test('variables of a sample are added in one step; those that are there stay as they are', async () => {
  const { state } = await open(start)
  await userEvent.click(screen.getByRole('button', { name: 'Infer from sample JSON' }))
  await userEvent.click(screen.getByRole('textbox', { name: 'A sample answer, as JSON' }))
  await userEvent.paste('{"city": 1, "high": 21.5, "days": [{"low": 3}]}')
  await userEvent.click(screen.getByRole('button', { name: 'Add 2 variables' }))
  expect(state.text).toBe(`${start}    high:
      type: number
    days:
      type: array
      items:
        type: object
        properties:
          low:
            type: integer
`)
  expect(state.labels).toEqual(['Infer the output'])
  expect(screen.getByRole('textbox', { name: 'Name of low' })).toBeDefined()
})

test('what is no JSON is said, and nothing can be added', async () => {
  const { state } = await open('a: 1\n')
  await userEvent.click(screen.getByRole('button', { name: 'Infer from sample JSON' }))
  await userEvent.click(screen.getByRole('textbox', { name: 'A sample answer, as JSON' }))
  await userEvent.paste('{"city"')
  expect(screen.getByRole('status').textContent).toContain('This is no JSON: ')
  expect(screen.getByRole('button', { name: 'Add 0 variables' }).getAttribute('aria-disabled')).toBe('true')
  expect(state.text).toBe('a: 1\n')
})

test('a first variable makes the schema, further ones get free names', async () => {
  const { state } = await open('a: 1\n')
  await userEvent.click(screen.getByRole('button', { name: 'Add variable' }))
  await userEvent.click(screen.getByRole('button', { name: 'Add variable' }))
  await userEvent.click(screen.getByRole('button', { name: 'Add variable' }))
  expect(state.text).toContain('output_schema:\n  type: object\n  properties:\n    result:\n      type: string\n')
  expect(state.text).toContain('    variable:\n      type: string\n    variable_2:\n      type: string\n')
})

test('a variable is renamed in place, with its comment, and removed', async () => {
  const { state } = await open(start)
  const name = screen.getByRole('textbox', { name: 'Name of city' })
  await userEvent.clear(name)
  await userEvent.type(name, 'town{Enter}')
  expect(state.text).toBe(start.replace('city:', 'town:'))
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Name of town' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Remove town' }))
  await waitFor(() => expect(state.text).not.toContain('town'))
})

test('a name that is taken is refused; the draft goes with its variable, the focus to the next one', async () => {
  const { state } = await open(`${start}    days:\n      type: integer\n    sun:\n      type: number\n`)
  const name = screen.getByRole('textbox', { name: 'Name of days' })
  await userEvent.clear(name)
  await userEvent.type(name, 'city{Enter}')
  expect(name.getAttribute('aria-invalid')).toBe('true')
  await userEvent.click(screen.getByRole('button', { name: 'Remove days' }))
  await waitFor(() => expect(state.text).not.toContain('days'))
  expect(screen.getByRole('textbox', { name: 'Name of sun' })).toHaveProperty('value', 'sun')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Remove sun' }))
})

test('an object holds variables of its own', async () => {
  const { state } = await open('output_schema:\n  type: object\n  properties:\n    at:\n      type: object\n')
  await userEvent.click(screen.getByRole('button', { name: 'Add a variable inside at' }))
  expect(state.text).toContain(
    '    at:\n      type: object\n      properties:\n        variable:\n          type: string\n',
  )
})
