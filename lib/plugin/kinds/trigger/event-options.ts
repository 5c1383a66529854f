import type { NameChange } from '../../item-list'
import { documentAt, nameOf } from '../../python/plugin-documents'
import { isPristine, pythonOf } from '../../follow-python'
import { referencesFrom } from '../../references'
import { textOf, writeFile, type Files } from '../../files'
import { valueAt } from '../../schema/file-reference'
import { titleOf } from '../../schema/new-item'
import { insertIn, removeIn, setIn, type EditResult } from '../../yaml/edit'
import type { YamlPath } from '../../yaml/parse'
import { withDispatch, withoutDispatch, withRenamedEvent } from './dispatch-table'

type Change = NameChange & { touched: boolean }

/**
 * The options by which people choose events in the set-up, and the table of a provider's own dispatch, in step with the names of its
 * events. Options that are words of the service stay: they are in step where each is the name of an event.
 */
export function followEventNames(files: Files, path: string, change: Change): Files {
  const optional = choicesOf(documentAt(files, path), change).reduce(
    (now, index) => followOptions(now, path, ['subscription_constructor', 'parameters', index], change),
    files,
  )
  const python = pythonOf(optional, path)
  const text = python === undefined ? undefined : textOf(optional, python)
  if (!change.touched || python === undefined || text === undefined) return optional
  const renamed = change.renamed.reduce((now, [from, to]) => withRenamedEvent(now, from, to), text)
  const removed = change.removed.reduce(
    (now, name) => (change.names.includes(name) ? now : withoutDispatch(now, name)),
    renamed,
  )
  const followed = change.added.reduce((now, { name }) => withDispatch(now, name, name), removed)
  return followed === text ? optional : writeFile(optional, python, followed)
}

/** The events that a provider lists, and where. */
export function listedEvents(files: Files, path: string): { name: string; at: YamlPath }[] {
  return referencesFrom(files, path).flatMap(({ as, file, at }) =>
    as === 'event' && files.has(file) ? [{ name: nameOf(documentAt(files, file), file), at }] : [],
  )
}

/**
 * Parameters whose options are events but for one, while one event is no option: it has got another name in its file. Of a single option
 * that cannot be told but where the Python is still ours.
 */
export function staleOptions(files: Files, path: string): { at: YamlPath; from: string; to: string }[] {
  const names = listedEvents(files, path).map(({ name }) => name)
  const provider = documentAt(files, path)
  const change = { names, renamed: [], removed: [], added: [], touched: false }
  const oneOfOurs = (parameter: unknown) =>
    names.length === 1 && valueAt(parameter, ['name']) === 'events' && isPristine(files, path)
  return checkboxesOf(provider).flatMap(({ parameter, index }) => {
    const values = valuesIn(valueAt(parameter, ['options']))
    const [from, ...more] = values.filter((value) => !names.includes(value))
    const [to, ...others] = names.filter((name) => !values.includes(name))
    if (from === undefined || to === undefined || more.length > 0 || others.length > 0) return []
    if (!choicesOf(provider, change).includes(index) && !oneOfOurs(parameter)) return []
    const at = ['subscription_constructor', 'parameters', index, 'options', values.indexOf(from), 'value']
    return [{ at, from, to }]
  })
}

function checkboxesOf(provider: unknown): { parameter: unknown; index: number }[] {
  const parameters = valueAt(provider, ['subscription_constructor', 'parameters'])
  return (Array.isArray(parameters) ? parameters : []).flatMap((parameter: unknown, index) =>
    valueAt(parameter, ['type']) === 'checkbox' ? [{ parameter, index }] : [],
  )
}

/** Indexes of the parameters whose options are events: all but one of them names, or, while there are none, the one called `events`. */
function choicesOf(provider: unknown, { names, renamed, removed, added }: Change): number[] {
  const fresh = new Set(added.map(({ name }) => name))
  const known = new Set([...names.filter((name) => !fresh.has(name)), ...removed, ...renamed.map(([from]) => from)])
  return checkboxesOf(provider).flatMap(({ parameter, index }) => {
    const values = valuesIn(valueAt(parameter, ['options']))
    const strays = values.filter((each) => !known.has(each)).length
    const fits = values.length === 0 ? valueAt(parameter, ['name']) === 'events' : strays <= 1 && strays < values.length
    return fits ? [index] : []
  })
}

function followOptions(files: Files, path: string, at: YamlPath, change: Change): Files {
  const read = (now: Files, key: string) => valueAt(documentAt(now, path), [...at, key])
  const edit = (now: Files, make: (text: string) => EditResult): Files => {
    const result = make(textOf(now, path) ?? '')
    return result.ok ? writeFile(now, path, result.text) : now
  }
  const everything = valuesIn(read(files, 'options')).every((value) => valuesIn(read(files, 'default')).includes(value))
  const rename = (now: Files, [from, to]: readonly [string, string]): Files => {
    const values = valuesIn(read(now, 'options'))
    // While a name is typed it may pass by that of another event: the option left without one is its own.
    const strays = values.filter((value) => !change.names.includes(value))
    const own = change.names.includes(from) ? (strays.length === 1 ? strays[0] : undefined) : from
    if (own === undefined || values.includes(to)) return now
    return (['options', 'default'] as const).reduce((each, key) => {
      const index = valuesIn(read(each, key)).indexOf(own)
      const place = [...at, key, index, ...(key === 'options' ? ['value'] : [])]
      return index < 0 ? each : edit(each, (text) => setIn(text, place, to))
    }, now)
  }
  const remove = (now: Files, name: string): Files =>
    change.names.includes(name)
      ? now
      : (['options', 'default'] as const).reduce((each, key) => {
          const index = valuesIn(read(each, key)).indexOf(name)
          return index < 0 ? each : edit(each, (text) => removeIn(text, [...at, key, index]))
        }, now)
  const add = (now: Files, { name, file }: { name: string; file: string }): Files => {
    const values = valuesIn(read(now, 'options'))
    if (name === '' || values.includes(name)) return now
    const label = valueAt(documentAt(files, file), ['identity', 'label']) ?? { en_US: titleOf(name) }
    const listed = edit(now, (text) => appended(text, [...at, 'options'], read(now, 'options'), { value: name, label }))
    return everything
      ? edit(listed, (text) => appended(text, [...at, 'default'], read(listed, 'default'), name))
      : listed
  }
  return change.added.reduce(add, change.removed.reduce(remove, change.renamed.reduce(rename, files)))
}

function appended(text: string, at: YamlPath, list: unknown, value: unknown): EditResult {
  return Array.isArray(list) ? insertIn(text, at, list.length, value) : setIn(text, at, [value])
}

/** Texts of a list: of options their values, of defaults themselves. */
function valuesIn(list: unknown): string[] {
  if (!Array.isArray(list)) return []
  return list.map((item: unknown) => {
    const value = valueAt(item, ['value']) ?? item
    return typeof value === 'string' ? value : ''
  })
}
