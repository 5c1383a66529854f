import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Finding } from '@/lib/plugin/document'
import { documentTypeById } from '@/lib/plugin/kinds/registry'
import { Form } from './form'
import { testSource } from './test-source'

const tool = `identity:
  name: search # models call it so
  author: acme
  label:
    en_US: Search
    zh_Hans: 搜索
description:
  human:
    en_US: Search the web.
  llm: Searches.
parameters:
  - name: query
    type: string
    required: true
    form: llm
    label:
      en_US: Query
    human_description:
      en_US: What to look for.
  - name: days
    type: number
    form: form
    min: 1
    max: 14
    label:
      en_US: Days
    human_description:
      en_US: How many.
x_team: ours
extra:
  python:
    source: tools/search.py
`

beforeAll(async () => {
  // What the form loads later stands here at once.
  await Promise.all([import('./widgets/rows-field'), import('./widgets/later')])
  Element.prototype.scrollIntoView ??= () => {}
  Element.prototype.hasPointerCapture ??= () => false
})
afterEach(cleanup)

async function show(text = tool, id = 'tool', options: { findings?: readonly Finding[] } = {}) {
  const type = documentTypeById(id)
  if (!type) throw new Error(`no document type ${id}`)
  const made = testSource(text, options)
  await act(async () => {
    render(<Form type={type} source={made.source} heading={<h1>Test</h1>} />)
  })
  return { ...made, user: userEvent.setup() }
}

async function openTab(user: ReturnType<typeof userEvent.setup>, name: RegExp) {
  await user.click(screen.getByRole('tab', { name }))
  // Lists load with the first one that is shown.
  await act(async () => new Promise((done) => setTimeout(done)))
}

describe('a text field', () => {
  test('writes each keystroke into its own line and keeps the comment', async () => {
    const { user, state } = await show()
    await user.type(screen.getByLabelText('Name'), 'er')
    expect(state.text).toBe(tool.replace('name: search #', 'name: searcher #'))
  })

  test('follows the file when it changes elsewhere', async () => {
    const { write } = await show()
    act(() => write(tool.replace('name: search #', 'name: find #')))
    expect(screen.getByLabelText('Name')).toHaveProperty('value', 'find')
  })

  test('of an optional key goes out of the file when it is left empty', async () => {
    const { user, state } = await show()
    await openTab(user, /Parameters/)
    await user.click(screen.getByRole('button', { name: /^days/ }))
    await user.clear(screen.getByLabelText('Max'))
    expect(state.text).toContain('max: 14')
    await user.tab()
    expect(state.text).toBe(tool.replace('    max: 14\n', ''))
  })
})

test('a time that has to be there is what the file kept when it is left empty', async () => {
  const { user, state } = await show('created_at: "2025-01-15T09:00:00Z"\n', 'manifest')
  await openTab(user, /Identity/)
  for (const more of screen.queryAllByRole('button', { name: /^More/ })) await user.click(more)
  const created = screen.getByLabelText('Created')
  await user.clear(created)
  expect(state.text).toBe('created_at: "2025-01-15T09:00:00Z"\n')
  await user.tab()
  expect(created).toHaveProperty('value', '2025-01-15T09:00:00Z')
})

describe('a number field', () => {
  test('of a key that has to be there shows what the file kept when it is left empty', async () => {
    const { user, state } = await show('resource:\n  memory: 268435456\n', 'manifest')
    await openTab(user, /Runtime/)
    const memory = screen.getByLabelText('Memory')
    await user.clear(memory)
    await user.tab()
    expect(memory).toHaveProperty('value', '256 MiB')
    expect(state.text).toBe('resource:\n  memory: 268435456\n')
  })

  test('keeps what cannot be a number as a draft, says so, and leaves the file alone', async () => {
    const { user, state } = await show()
    await openTab(user, /Parameters/)
    await user.click(screen.getByRole('button', { name: /^days/ }))
    const max = screen.getByLabelText('Max')
    await user.type(max, 'x')
    expect(max).toHaveProperty('value', '14x')
    expect(screen.getByText('Write a number, for example 3 or 0.5.')).toBeTruthy()
    expect(state.text).toBe(tool)
    await user.type(max, '{Backspace}5')
    expect(state.text).toBe(tool.replace('max: 14', 'max: 145'))
    expect(screen.queryByText(/Write a number/)).toBeNull()
  })

  test('does not lose a point that is typed on the way to a fraction', async () => {
    const { user, state } = await show()
    await openTab(user, /Parameters/)
    await user.click(screen.getByRole('button', { name: /^days/ }))
    const min = screen.getByLabelText('Min')
    await user.type(min, '.')
    expect(min).toHaveProperty('value', '1.')
    await user.type(min, '5')
    expect(state.text).toContain('min: 1.5')
  })
})

describe('a text in several languages', () => {
  test('marks the empty ones and shows what Dify would show instead', async () => {
    const { user } = await show()
    const languages = screen.getByRole('radiogroup', { name: 'Language of Label' })
    expect(
      within(languages)
        .getAllByRole('radio')
        .map((radio) => radio.getAttribute('aria-label')),
    ).toEqual(['English', 'Chinese', 'Japanese, empty', 'Portuguese, empty'])
    await user.click(within(languages).getByRole('radio', { name: 'Portuguese, empty' }))
    expect(screen.getByLabelText('Label').getAttribute('placeholder')).toBe('Search')
    expect(screen.getByLabelText('Label').getAttribute('lang')).toBe('pt-BR')
  })

  test('has a tab for a language that Dify does not read, where the text stands in it', async () => {
    const korean = tool.replace('    zh_Hans: 搜索\n', '    zh_Hans: 搜索\n    ko_KR: 검색\n')
    const { user, state } = await show(korean)
    await user.click(screen.getByRole('radio', { name: 'ko_KR' }))
    await user.type(screen.getByLabelText('Label'), '어')
    expect(state.text).toBe(korean.replace('검색', '검색어'))
  })

  test('writes the chosen language and leaves the others', async () => {
    const { user, state } = await show()
    await user.click(
      within(screen.getByRole('radiogroup', { name: 'Language of Label' })).getByRole('radio', { name: /Japanese/ }),
    )
    await user.type(screen.getByLabelText('Label'), '検索')
    expect(state.text).toBe(tool.replace('    zh_Hans: 搜索\n', '    zh_Hans: 搜索\n    ja_JP: 検索\n'))
  })

  test('changes one field by a click and all fields by a click with the alt key', async () => {
    const { user } = await show()
    const chinese = () =>
      screen.getAllByRole('radio', { name: /^Chinese/ }).map((radio) => radio.getAttribute('aria-checked'))
    await user.click(screen.getAllByRole('radio', { name: /^Chinese/ })[0]!)
    expect(chinese()).toEqual(['true', 'false'])
    await user.keyboard('{Alt>}')
    await user.click(screen.getAllByRole('radio', { name: /^Chinese/ })[1]!)
    await user.keyboard('{/Alt}')
    expect(chinese()).toEqual(['true', 'true'])
  })
})

describe('a list', () => {
  test('adds an entry with a free name, opens it and takes the focus there', async () => {
    const { user, state } = await show()
    await openTab(user, /Parameters/)
    await user.click(screen.getByRole('button', { name: 'Add parameter' }))
    expect(state.text).toContain('  - name: parameter\n    type: string\n')
    expect(document.activeElement).toHaveProperty('value', 'parameter')
    await user.click(screen.getByRole('button', { name: 'Add parameter' }))
    expect(state.text).toContain('  - name: parameter_2\n')
  })

  test('duplicates, moves and deletes whole entries with their comments', async () => {
    const { user, state } = await show()
    await openTab(user, /Parameters/)
    const choose = async (row: string, entry: string) => {
      await user.click(screen.getByRole('button', { name: `More for ${row}` }))
      await user.click(await screen.findByRole('menuitem', { name: entry }))
    }
    await choose('days', 'Move up')
    expect(state.text.indexOf('name: days')).toBeLessThan(state.text.indexOf('name: query'))
    await choose('days', 'Duplicate')
    expect(state.text).toContain('- name: days_2\n    type: number\n')
    await choose('days_2', 'Delete')
    await choose('query', 'Move up')
    expect(state.text).toBe(tool)
  })

  test('of options stands beside its label and names its button', async () => {
    const select = tool.replace('type: string', 'type: select')
    const { user, state } = await show(select)
    await openTab(user, /Parameters/)
    await user.click(screen.getByRole('button', { name: /^query/ }))
    await user.click(screen.getByRole('button', { name: 'Add option' }))
    expect(document.activeElement).toHaveProperty('value', 'option')
    await user.clear(screen.getByLabelText('Value of option 1'))
    await user.type(screen.getByLabelText('Value of option 1'), 'metric')
    expect(state.text).toContain('    options:\n      - value: "metric"\n        label:\n          en_US: Option\n')
  })

  test('of options opens what an option holds besides, by a click and where the file points at it', async () => {
    const select = tool.replace(
      'type: string',
      'type: select\n    options:\n      - value: a\n        label:\n          en_US: A\n        icon: x.png',
    )
    const { user, state, update } = await show(select)
    await openTab(user, /Parameters/)
    await user.click(screen.getByRole('button', { name: /^query/ }))
    await user.click(screen.getByRole('button', { name: 'More of a' }))
    await user.type(screen.getByLabelText('Icon'), '2')
    expect(state.text).toBe(select.replace('x.png', 'x.png2'))
    await user.click(screen.getByRole('button', { name: 'More of a' }))
    expect(screen.queryByLabelText('Icon')).toBeNull()
    act(() => update({ focus: { at: ['parameters', 0, 'options', 0, 'icon'], reveal: 1 } }))
    expect(screen.getByLabelText('Icon')).toBeTruthy()
  })

  test('shows fields only where they mean something', async () => {
    const { user, write } = await show()
    await openTab(user, /Parameters/)
    await user.click(screen.getByRole('button', { name: /^query/ }))
    expect(screen.queryByLabelText('Max')).toBeNull()
    act(() => write(tool.replace('type: string', 'type: number')))
    expect(screen.getByLabelText('Max')).toBeTruthy()
  })
})

describe('what the form shows', () => {
  test('opens the section and the row of a field that was chosen elsewhere', async () => {
    const { update } = await show()
    act(() => update({ focus: { at: ['parameters', 1, 'max'], reveal: 1 } }))
    expect(screen.getByRole('tab', { name: /Parameters/ }).getAttribute('aria-selected')).toBe('true')
    expect(await screen.findByLabelText('Max')).toHaveProperty('value', '14')
  })

  test('keeps keys that Dify does not know and lets them be edited', async () => {
    const { user, state } = await show()
    await openTab(user, /Other/)
    await user.type(screen.getByLabelText('x_team'), '!')
    expect(state.text).toBe(tool.replace('x_team: ours', 'x_team: ours!'))
  })

  test('puts findings below the field that they speak of', async () => {
    const finding: Finding = {
      rule: 'x',
      severity: 'error',
      gates: ['G2'],
      message: 'Use only letters. Dify refuses others.',
      file: 'test.yaml',
      path: ['identity', 'name'],
    }
    await show(tool, 'tool', { findings: [finding] })
    expect(screen.getByText('Use only letters. Dify refuses others.')).toBeTruthy()
    expect(screen.getByLabelText('Name').getAttribute('aria-invalid')).toBe('true')
  })

  test('is disabled while the text does not parse', async () => {
    const { update } = await show()
    act(() => update({ disabled: true }))
    expect(screen.getByLabelText('Name')).toHaveProperty('disabled', true)
  })

  test('draws a field again only when its own value changed', async () => {
    const { user } = await show()
    const label = screen.getByLabelText('Label')
    const watched = new MutationObserver(() => {})
    watched.observe(label.closest('[data-field]')!, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    })
    await user.type(screen.getByLabelText('Name'), 'x')
    expect(watched.takeRecords().filter((record) => record.attributeName !== 'class')).toEqual([])
  })
})

describe('credentials', () => {
  const provider = `identity:
  author: acme
  name: acme
  label:
    en_US: Acme
  description:
    en_US: Acme.
  icon: icon.svg
credentials_for_provider:
  api_key: # from the account page
    type: secret-input
    required: true
    label:
      en_US: API key
tools: []
extra:
  python:
    source: provider/acme.py
`

  test('are rows whose name is their key, written when it is left', async () => {
    const { user, state } = await show(provider, 'tool.provider')
    await openTab(user, /Credentials/)
    await user.click(screen.getByRole('button', { name: /^api_key/ }))
    const name = screen.getByLabelText('Name')
    await user.clear(name)
    await user.type(name, 'token')
    expect(state.text).toBe(provider)
    await user.tab()
    expect(state.text).toBe(provider.replace('api_key:', 'token:'))
  })

  test('get a first entry where the key is absent', async () => {
    const without = provider.replace(/credentials_for_provider:[\s\S]*?(?=tools:)/, '')
    const { user, state } = await show(without, 'tool.provider')
    await openTab(user, /Credentials/)
    await user.click(screen.getByRole('button', { name: 'Add credential' }))
    expect(state.text).toContain('credentials_for_provider:\n  credential:\n    type: secret-input\n')
  })
})

test('the chosen tab is told to the source, and one that it asks for is shown', async () => {
  const { state, update, user } = await show()
  await user.click(screen.getByRole('tab', { name: /^Parameters/ }))
  expect(state.focus.section).toBe('parameters')
  const shown = () => screen.getByRole('tab', { selected: true }).textContent
  act(() => update({ focus: { at: [], reveal: 1, section: '' } }))
  expect(shown()).toBe('Tool')
  act(() => update({ focus: { at: [], reveal: 2, section: 'parameters' } }))
  expect(shown()).toContain('Parameters')
})

test('the name of a document says what becomes of its files', async () => {
  const type = documentTypeById('tool')
  if (!type) throw new Error('no document type tool')
  render(<Form type={type} source={{ ...testSource(tool).source, nameAt: 'identity.name' }} heading={<h1>Test</h1>} />)
  expect(screen.getByText(/Its files keep theirs/).id).toBe(
    screen.getByRole('textbox', { name: 'Name' }).getAttribute('aria-describedby'),
  )
})
