import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { documentTypeById } from '@/lib/plugin/kinds/registry'
import { Form } from './form'
import { testSource } from './test-source'

const parameter = (name: string, title: string, type = 'string', more = '') => `  - name: ${name}
    type: ${type}
    required: false
    form: llm
    label:
      en_US: ${title}
    human_description:
      en_US: About ${title}.
${more}`
const one = parameter('one', 'First')
const two = parameter('two', 'Second', 'number', '    max: 14\n')
const three = parameter('three', 'Third', 'number', '    max: 14\n')
const toolOf = (...parameters: string[]) => `identity:
  name: search
  author: acme
  label:
    en_US: Search
description:
  human:
    en_US: Search the web.
  llm: Searches.
parameters:
${parameters.join('')}extra:
  python:
    source: tools/search.py
`

const credential = (name: string, title: string) =>
  `  ${name}:\n    type: secret-input\n    required: true\n    label:\n      en_US: ${title}\n`
const providerOf = (...credentials: string[]) => `identity:
  author: acme
  name: acme
  label:
    en_US: Acme
  description:
    en_US: Acme.
  icon: icon.svg
credentials_for_provider:${credentials.length === 0 ? ' {}' : ''}
${credentials.join('')}tools: []
extra:
  python:
    source: provider/acme.py
`

beforeAll(async () => {
  await Promise.all([import('./widgets/rows-field'), import('./widgets/later')])
  Element.prototype.scrollIntoView ??= () => {}
  Element.prototype.hasPointerCapture ??= () => false
})
afterEach(cleanup)

async function show(text: string, id = 'tool', tab = /Parameters/) {
  const type = documentTypeById(id)
  if (!type) throw new Error(`no document type ${id}`)
  const made = testSource(text)
  await act(async () => {
    render(<Form type={type} source={made.source} heading={<h1>Test</h1>} />)
  })
  const user = userEvent.setup()
  await user.click(screen.getByRole('tab', { name: tab }))
  await act(async () => new Promise((done) => setTimeout(done)))
  const toggle = (row: string) => user.click(screen.getByRole('button', { name: new RegExp(`^${row}`) }))
  const choose = async (row: string, entry: string) => {
    await user.click(screen.getByRole('button', { name: `More for ${row}` }))
    await user.click(await screen.findByRole('menuitem', { name: entry }))
  }
  const openRow = () => screen.queryByRole('button', { expanded: true, name: /^(one|two|three|zero)/ })?.textContent
  return { ...made, user, toggle, choose, openRow }
}

const values = (label: string) => screen.getByLabelText(label)

describe('a row that is closed and opened again shows the file and writes only it', () => {
  test('after another entry was deleted', async () => {
    const { user, state, toggle, choose } = await show(toolOf(one, two, three))
    for (const row of ['one', 'two', 'three']) {
      await toggle(row)
      await toggle(row)
    }
    await choose('two', 'Delete')
    await toggle('three')
    expect(values('Name')).toHaveProperty('value', 'three')
    expect(values('Label')).toHaveProperty('value', 'Third')
    await user.type(values('Label'), '!')
    expect(state.text).toBe(toolOf(one, three.replace('en_US: Third', 'en_US: Third!')))
  })

  test('after an entry was moved', async () => {
    const { user, state, toggle, choose } = await show(toolOf(one, two, three))
    await toggle('one')
    await toggle('one')
    await choose('one', 'Move down')
    await toggle('two')
    expect(values('Label')).toHaveProperty('value', 'Second')
    await user.type(values('Name'), 'x')
    expect(state.text).toBe(toolOf(two.replace('name: two', 'name: twox'), one, three))
  })

  test('after an undo', async () => {
    const { user, state, toggle, choose, write } = await show(toolOf(one, two))
    await toggle('two')
    await user.type(values('Label'), ' edited')
    await toggle('two')
    await choose('one', 'Delete')
    act(() => write(toolOf(one, two)))
    await toggle('one')
    expect(values('Label')).toHaveProperty('value', 'First')
    await toggle('two')
    expect(values('Label')).toHaveProperty('value', 'Second')
    await user.type(values('Label'), '!')
    expect(state.text).toBe(toolOf(one, two.replace('en_US: Second', 'en_US: Second!')))
  })

  test("after a merge of another person's entries", async () => {
    const { user, state, toggle, write } = await show(toolOf(one, two))
    await toggle('one')
    await toggle('one')
    const zero = parameter('zero', 'Zeroth')
    act(() => write(toolOf(zero, one.replace('en_US: First', 'en_US: Theirs'), two)))
    await toggle('zero')
    expect(values('Label')).toHaveProperty('value', 'Zeroth')
    await toggle('one')
    expect(values('Label')).toHaveProperty('value', 'Theirs')
    await user.type(values('Label'), '!')
    expect(state.text).toBe(toolOf(zero, one.replace('en_US: First', 'en_US: Theirs!'), two))
  })
})

describe('an open row', () => {
  test('stays open with its half-typed number while another moves past it', async () => {
    const { user, state, toggle, choose, openRow } = await show(toolOf(one, two, three))
    await toggle('three')
    await user.type(values('Max'), 'x')
    await choose('two', 'Move up')
    await choose('one', 'Move down')
    expect(openRow()).toContain('three')
    expect(values('Max')).toHaveProperty('value', '14x')
    await user.type(values('Max'), '{Backspace}0')
    expect(state.text).toBe(toolOf(two, three.replace('max: 14', 'max: 140'), one))
  })

  test('keeps its half-typed number for itself: the row that takes its place shows the file', async () => {
    const { user, toggle, choose } = await show(toolOf(two, three))
    await toggle('two')
    await user.type(values('Max'), 'x')
    await choose('two', 'Delete')
    expect(screen.queryByLabelText('Max')).toBeNull()
    await toggle('three')
    expect(values('Max')).toHaveProperty('value', '14')
  })

  test('follows its entry through a merge that puts others above it', async () => {
    const { user, toggle, write, openRow } = await show(toolOf(one, two))
    await toggle('two')
    await user.type(values('Max'), 'x')
    act(() => write(toolOf(three, one, two)))
    expect(openRow()).toContain('two')
    expect(values('Label')).toHaveProperty('value', 'Second')
    expect(values('Max')).toHaveProperty('value', '14x')
  })
})

describe('options', () => {
  const select = (...options: string[]) =>
    toolOf(
      parameter(
        'unit',
        'Unit',
        'select',
        `    options:\n${options.map((value) => `      - value: ${value}\n        label:\n          en_US: ${value.toUpperCase()}\n`).join('')}`,
      ),
    )

  test('show their own values after one is deleted and another moved', async () => {
    const { user, state, toggle, choose } = await show(select('a', 'b', 'c'))
    await toggle('unit')
    await choose('a', 'Delete')
    await choose('c', 'Move up')
    expect(state.text).toBe(select('c', 'b'))
    expect(values('Value of option 1')).toHaveProperty('value', 'c')
    expect(values('Label of option 2')).toHaveProperty('value', 'B')
    await user.type(values('Label of option 1'), '!')
    expect(state.text).toBe(select('c', 'b').replace('en_US: C', 'en_US: C!'))
  })
})

describe('credentials', () => {
  test('show the file after a key was used before, and follow a renamed key', async () => {
    const { user, state, toggle, choose, write } = await show(
      providerOf(credential('one', 'First'), credential('two', 'Second')),
      'tool.provider',
      /Credentials/,
    )
    await toggle('one')
    await choose('one', 'Delete')
    act(() => write(providerOf(credential('one', 'Other'), credential('two', 'Second'))))
    await toggle('one')
    expect(values('Label')).toHaveProperty('value', 'Other')
    act(() => write(providerOf(credential('zero', 'Other'), credential('two', 'Second'))))
    expect(values('Name')).toHaveProperty('value', 'zero')
    await user.type(values('Label'), '!')
    expect(state.text).toBe(providerOf(credential('zero', 'Other!'), credential('two', 'Second')))
  })
})

describe('a new row', () => {
  test('has its name selected, so that typing replaces it', async () => {
    const { user, state } = await show(toolOf(one))
    await user.click(screen.getByRole('button', { name: 'Add parameter' }))
    await user.keyboard('unit')
    expect(state.text).toContain('  - name: unit\n')
  })

  test('takes its label and descriptions along when its name is typed, in the same step', async () => {
    const { user, state } = await show(toolOf(one))
    await user.click(screen.getByRole('button', { name: 'Add parameter' }))
    const steps = state.labels.length
    await user.keyboard('days')
    expect(state.text).toContain(`  - name: days
    type: string
    required: false
    form: llm
    label:
      en_US: Days
    human_description:
      en_US: Days
    llm_description: Days
`)
    expect(state.labels.slice(steps)).toEqual(['Name', 'Name', 'Name', 'Name'])
    expect(values('Label')).toHaveProperty('value', 'Days')
    await user.type(values('Label'), 'Ahead')
    await user.type(values('Name'), '_left')
    expect(state.text).toContain('en_US: DaysAhead\n    human_description:\n      en_US: Days left\n')
  })

  test('of credentials takes its label along when its key is written', async () => {
    const { user, state } = await show(providerOf(), 'tool.provider', /Credentials/)
    await user.click(screen.getByRole('button', { name: 'Add credential' }))
    await user.keyboard('api_key{Enter}')
    expect(state.text).toContain(
      '  api_key:\n    type: secret-input\n    required: true\n    label:\n      en_US: Api key\n',
    )
    expect(state.labels).toEqual(['Add credential', 'Rename credential to api_key'])
  })
})

describe('a name that its rule refuses', () => {
  const sentence = 'Use only letters, digits and "_" in the name, no digit first.'

  test('of a parameter stays a draft with its sentence until it is one', async () => {
    const { user, state, toggle } = await show(toolOf(one, two))
    await toggle('one')
    await user.type(values('Name'), ' s')
    expect(screen.getByText(sentence)).toBeTruthy()
    expect(values('Name')).toHaveProperty('value', 'one s')
    expect(state.text).toBe(toolOf(one, two))
    await user.type(values('Name'), '{Backspace}{Backspace}')
    expect(screen.queryByText(sentence)).toBeNull()
    await user.type(values('Name'), 's')
    expect(state.text).toBe(toolOf(one.replace('name: one', 'name: ones'), two))
  })

  test('of a credential is not written when it is left', async () => {
    const start = providerOf(credential('one', 'First'))
    const { user, state, toggle } = await show(start, 'tool.provider', /Credentials/)
    await toggle('one')
    await user.type(values('Name'), ' s')
    expect(screen.getByText(sentence)).toBeTruthy()
    await user.tab()
    expect(state.text).toBe(start)
    expect(values('Name')).toHaveProperty('value', 'one s')
  })

  test('is shown where the file has it already', async () => {
    const { toggle } = await show(toolOf(one.replace('name: one', 'name: one-two')))
    await toggle('one-two')
    expect(values('Name')).toHaveProperty('value', 'one-two')
    expect(screen.queryByText(sentence)).toBeNull()
  })
})

test('many options are added at once, in one step, without those that are there', async () => {
  const text =
    'identity: {name: a}\nparameters:\n  - name: units\n    type: select\n    options:\n      - value: metric # kept\n'
  const { state, user } = await show(text)
  await user.click(screen.getByRole('tab', { name: /Parameters/ }))
  await user.click(await screen.findByRole('button', { name: /^units/ }))
  await user.click(await screen.findByRole('button', { name: 'Paste many' }))
  await user.click(screen.getByRole('textbox', { name: 'Options, a line each' }))
  await user.paste('metric\nimperial, Fahrenheit and inches\nkelvin')
  expect(screen.getByText('1 left out: there already')).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Add 2 options' }))
  expect(state.text).toBe(
    `${text}      - value: imperial\n        label:\n          en_US: Fahrenheit and inches\n      - value: kelvin\n        label:\n          en_US: kelvin\n`,
  )
  expect(state.labels).toEqual(['Add 2 options'])
})

test('what is gone to inside of a row is scrolled to last, not the head of its row', async () => {
  const options = Array.from({ length: 40 }, (_, index) => `      - value: v${index}\n`).join('')
  const { update } = await show(toolOf(one, `${two}    options:\n${options}`))
  const scrolled: (string | undefined)[] = []
  const spy = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
    scrolled.push(this.querySelector('input')?.value)
  })
  await act(async () => update({ focus: { at: ['parameters', 1, 'options', 35, 'value'], reveal: 1 } }))
  expect(scrolled).toEqual(['v35'])
  spy.mockRestore()
})
