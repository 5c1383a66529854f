import { describe, expect, it } from 'vitest'
import { checkPlugin } from '../../check'
import { createPlugin } from '../../create'
import { addItem } from '../../edit/add-item'
import { duplicateItem } from '../../edit/duplicate-item'
import type { Edited } from '../../edit/edited'
import { removeItem } from '../../edit/remove-item'
import { renameItem } from '../../edit/rename-item'
import { setValue } from '../../edit/values'
import { textOf, writeFile, type Files } from '../../files'
import { followPython, isPristine } from '../../follow-python'
import { documentAt } from '../../python/plugin-documents'
import { lintPython } from '../../python/test-ruff'
import { fieldAt, fieldTree } from '../../schema/field-tree'
import { valueAt } from '../../schema/file-reference'
import { setCells } from '../../table/set-cells'
import { dispatchEntries } from './dispatch-table'
import { event as eventType } from './event'

const provider = 'provider/forge.yaml'
const python = 'provider/forge.py'

const fresh = createPlugin(['trigger'], {
  name: 'forge',
  author: 'acme',
  createdAt: '2025-01-01T00:00:00Z',
  credentials: 'api-key',
  items: { event: ['push', 'issue'] },
})
/** The same with Python that its author has touched. */
const touched = writeFile(fresh, python, (textOf(fresh, python) ?? '').replace('"push": "push"', '"Push Hook": "push"'))

function made(edited: Edited): Files {
  if (!edited.ok) throw new Error(edited.reason)
  return edited.files
}

/** What people choose from, what is chosen at first, and what the Python starts. */
function stateOf(files: Files) {
  const parameter = valueAt(documentAt(files, provider), ['subscription_constructor', 'parameters', 0])
  const options = valueAt(parameter, ['options'])
  expect(lintPython(textOf(files, python) ?? '')).toEqual([])
  return {
    events: valueAt(documentAt(files, provider), ['events']),
    options: Array.isArray(options) ? options.map((option: unknown) => valueAt(option, ['value'])) : options,
    default: valueAt(parameter, ['default']),
    starts: dispatchEntries(textOf(files, python) ?? '')?.map(({ key, event }) =>
      key === event ? key : `${key}: ${event}`,
    ),
  }
}

describe('what goes by the names of events', () => {
  it('gets an event that is added, with its label', () => {
    const files = made(addItem(fresh, provider, 'star'))
    expect(stateOf(files)).toEqual({
      events: ['events/push.yaml', 'events/issue.yaml', 'events/star.yaml'],
      options: ['push', 'issue', 'star'],
      default: ['push', 'issue', 'star'],
      starts: ['push', 'issue', 'star'],
    })
    expect(isPristine(files, provider)).toBe(true)
    expect(textOf(files, provider)).toContain('        - value: star\n          label:\n            en_US: Star\n')
    expect(stateOf(made(duplicateItem(files, 'events/star.yaml'))).options).toEqual(['push', 'issue', 'star', 'star_2'])
  })

  it('follows in touched Python too, where the words of the service stay', () => {
    expect(stateOf(made(addItem(touched, provider, 'star'))).starts).toEqual(['Push Hook: push', 'issue', 'star'])
    expect(stateOf(made(renameItem(touched, 'events/push.yaml', 'pushed')))).toMatchObject({
      options: ['pushed', 'issue'],
      default: ['pushed', 'issue'],
      starts: ['Push Hook: pushed', 'issue'],
    })
    expect(stateOf(made(removeItem(touched, 'events/push.yaml')))).toMatchObject({
      options: ['issue'],
      default: ['issue'],
      starts: ['issue'],
    })
  })

  it('follows a name that is typed, also past that of another event and over nothing', () => {
    const typed = ['pus', '', 'i', 'issue', 'issues'].reduce(
      (files, name) => made(setValue(files, 'events/push.yaml', ['identity', 'name'], name)),
      fresh,
    )
    expect(stateOf(typed)).toMatchObject({ options: ['issues', 'issue'], default: ['issues', 'issue'] })
    expect(isPristine(typed, provider)).toBe(true)
  })

  it('follows names that are swapped in a table', () => {
    const at = ['identity', 'name']
    const column = {
      at,
      title: 'Name',
      node: fieldAt(fieldTree(eventType), at),
      right: false,
      renames: false,
      goesEmpty: false,
      isRequired: true,
      filled: new Map(),
      siblings: [],
      also: [],
    }
    const cells = (names: readonly string[]) =>
      ['push', 'issue'].map((file, index) => ({ file: `events/${file}.yaml`, column, text: names[index] ?? '' }))
    expect(stateOf(made(setCells(fresh, cells(['issue', 'push']))))).toMatchObject({
      options: ['push', 'issue'],
      starts: ['issue', 'push'],
    })
    expect(stateOf(made(setCells(fresh, cells(['one', 'two']))))).toMatchObject({
      options: ['one', 'two'],
      default: ['one', 'two'],
      starts: ['one', 'two'],
    })
  })

  it('follows an event in a folder of its own', () => {
    const moved = ['yaml', 'py'].reduce((files, end) => {
      const path = `events/issue.${end}`
      return writeFile(files, `events/issue/issue.${end}`, textOf(files, path) ?? '')
    }, fresh)
    const nested = made(setValue(moved, provider, ['events', 1], 'events/issue/issue.yaml'))
    const files = made(addItem(nested, provider, 'issue_closed'))
    expect(stateOf(files)).toMatchObject({
      events: ['events/push.yaml', 'events/issue/issue.yaml', 'events/issue/issue_closed.yaml'],
      options: ['push', 'issue', 'issue_closed'],
    })
  })

  it('keeps a default that is a choice of its author', () => {
    const chosen = made(setValue(fresh, provider, ['subscription_constructor', 'parameters', 0, 'default'], ['push']))
    expect(stateOf(made(addItem(chosen, provider, 'star')))).toMatchObject({
      options: ['push', 'issue', 'star'],
      default: ['push'],
    })
  })

  it('leaves options alone that are words of the service', () => {
    const at = ['subscription_constructor', 'parameters', 0, 'options']
    const words = ['repo:push', 'repo:fork'].map((value) => ({ value, label: { en_US: value } }))
    const files = made(setValue(fresh, provider, at, words))
    expect(stateOf(made(addItem(files, provider, 'star'))).options).toEqual(['repo:push', 'repo:fork'])
  })

  it('fills the options again after the last event went', () => {
    const none = ['events/push.yaml', 'events/issue.yaml'].reduce((files, path) => made(removeItem(files, path)), fresh)
    expect(stateOf(none)).toEqual({ events: [], options: [], default: [], starts: [] })
    expect(stateOf(made(addItem(none, provider, 'star')))).toMatchObject({ options: ['star'], default: ['star'] })
  })
})

describe('an event that got another name in its file', () => {
  const rename = (files: Files, from: string, to: string) =>
    writeFile(
      files,
      `events/${from}.yaml`,
      (textOf(files, `events/${from}.yaml`) ?? '').replace(`name: ${from}`, `name: ${to}`),
    )
  const found = (files: Files) => checkPlugin(files).filter(({ rule }) => rule.startsWith('event-'))
  const repaired = (files: Files) =>
    found(files)
      .find(({ fix }) => fix)
      ?.fix?.apply(files) ?? files

  it('is taken along by a fix, in options and in touched Python', () => {
    const files = rename(touched, 'push', 'pushed')
    expect(found(files).map(({ rule, fix }) => [rule, fix?.title])).toEqual([
      ['event-option', 'Rename push to pushed here too'],
      ['event-undispatched', 'Rename push to pushed here too'],
      ['event-unknown', undefined],
    ])
    expect(stateOf(repaired(files))).toMatchObject({
      options: ['pushed', 'issue'],
      default: ['pushed', 'issue'],
      starts: ['Push Hook: pushed', 'issue'],
    })
    expect(found(repaired(files))).toEqual([])
  })

  it('is told where it is the only one, while the Python is ours', () => {
    const one = made(removeItem(fresh, 'events/issue.yaml'))
    const files = followPython(one, rename(one, 'push', 'pushed'))
    expect(found(files).map(({ rule, message }) => [rule, message])).toEqual([
      ['event-option', 'Call this option `pushed`: no event is called `push`, and nobody can choose `pushed`.'],
    ])
    expect(stateOf(repaired(files))).toMatchObject({ options: ['pushed'], default: ['pushed'], starts: ['pushed'] })
    expect(found(writeFile(files, python, `${textOf(files, python) ?? ''}# mine\n`))).toEqual([])
  })

  it('is left alone where the options are words of the service', () => {
    const text = (textOf(touched, provider) ?? '')
      .replaceAll('- value: push', '- value: Push Hook')
      .replaceAll('- value: issue', '- value: Issue Hook')
    expect(found(rename(writeFile(touched, provider, text), 'push', 'pushed')).map(({ rule }) => rule)).not.toContain(
      'event-option',
    )
  })
})
