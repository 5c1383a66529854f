import { textAt, valueAt } from '../schema/file-reference'
import { isRecord } from '../yaml/nodes'
import type { YamlPath } from '../yaml/parse'
import type { ViewContext } from './context'
import type { Mapping } from './language'
import type { Control, Field, Remark, Source, Text } from './picture'

/** An entry of a credential list or map, or a parameter, with the place where it stands. */
export interface Entry {
  name: string
  value: unknown
  /** The value of the whole document, in which `source.at` leads here. */
  root: unknown
  source: Source
  /** How its texts are shown. */
  mapping: Mapping
}

/** Entries of a list, by their `name` or `variable`, or of a map, by their key: both shapes are found in plugins. */
export function entriesAt(root: unknown, file: string, at: YamlPath, mapping: Mapping = 'form'): Entry[] {
  const list = valueAt(root, at)
  const entries = Array.isArray(list)
    ? list.map((entry: unknown, index) => [index, entry] as const)
    : isRecord(list)
      ? Object.entries(list)
      : []
  return entries.flatMap(([key, value]) =>
    isRecord(value)
      ? [
          {
            name: typeof key === 'string' ? key : (textAt(value, ['name']) ?? textAt(value, ['variable']) ?? ''),
            value,
            root,
            source: { file, at: [...at, key] },
            mapping,
          },
        ]
      : [],
  )
}

/** A text of an entry in the language of the console; undefined where it says nothing. */
export function textOfEntry(context: ViewContext, entry: Entry, key: string): Text | undefined {
  const shown = context.text(entry.root, placeIn(entry, key), entry.mapping)
  return shown.text === '' ? undefined : shown
}

/** The label, else the name in its place. */
export function labelOfEntry(context: ViewContext, entry: Entry): Text {
  return textOfEntry(context, entry, 'label') ?? { text: entry.name, source: entry.source }
}

/** Words of the options in the language of the console. */
export function optionsOf(context: ViewContext, entry: Entry): string[] {
  return optionEntries(entry).map(
    (option) => textOfEntry(context, option, 'label')?.text ?? String(valueAt(option.value, ['value']) ?? ''),
  )
}

function optionEntries(entry: Entry): Entry[] {
  return entriesAt(entry.root, entry.source.file, [...entry.source.at, 'options'], entry.mapping)
}

/** A place inside an entry. */
export function placeIn({ source }: Entry, key: string): Source {
  return { ...source, at: [...source.at, key] }
}

export function remark(entry: Entry, key: string, message: string): Remark {
  return { message, source: placeIn(entry, key) }
}

const enter = 'Please enter'
const selectors = ['model-selector', 'app-selector', 'tool-selector', 'array[tools]']

/**
 * A field of the dialogs for API keys and OAuth clients (dify-ui.md section 3, "new form"). Help is a link; where the dialog draws
 * tooltips, one of those too (section 6.4).
 */
export function credentialField(context: ViewContext, entry: Entry, tooltips = false): Field {
  const type = textAt(entry.value, ['type']) ?? ''
  const help = textOfEntry(context, entry, 'help')
  const url = textAt(entry.value, ['url']) ?? ''
  const remarks: Remark[] = []
  if (help && url === '' && !tooltips)
    remarks.push(remark(entry, 'help', 'Dify shows `help` here only with a `url`: this text is never seen.'))
  if (!help && url !== '')
    remarks.push(remark(entry, 'url', 'A `url` without `help` is drawn as a bare arrow. Give it words with `help`.'))
  if (selectors.includes(type))
    remarks.push(remark(entry, 'type', `Dify draws only the label of a \`${type}\` here: nobody can fill it in.`))
  if (type === 'boolean' && valueAt(entry.value, ['required']) === true)
    remarks.push(remark(entry, 'required', 'A required switch cannot be saved as False: Dify takes False for empty.'))
  const given = valueAt(entry.value, ['default'])
  if (given === 0 || given === false || given === '')
    remarks.push(remark(entry, 'default', 'Dify fills in a default only where it is not 0, false or empty.'))
  if (valueAt(entry.value, ['show_on']) !== undefined)
    remarks.push(remark(entry, 'show_on', 'Only credentials of models know `show_on`: this field is always shown.'))
  return {
    label: labelOfEntry(context, entry),
    required: valueAt(entry.value, ['required']) === true,
    control: credentialControl(context, entry, type),
    ...(help && tooltips && { tooltip: help }),
    ...(url !== '' && { link: { text: help?.text ?? '', source: placeIn(entry, 'url') } }),
    remarks,
  }
}

function credentialControl(context: ViewContext, entry: Entry, type: string): Control {
  const placeholder = textOfEntry(context, entry, 'placeholder')?.text ?? enter
  const given = valueAt(entry.value, ['default'])
  const text = given === undefined || given === null || !given ? undefined : String(given)
  switch (type) {
    case 'secret-input':
      return { kind: 'input', placeholder, secret: true, text }
    case 'text-input':
    case 'number-input':
      return { kind: 'input', placeholder, text }
    case 'select':
      return { kind: 'select', placeholder, text: chosenOption(context, entry, text) }
    case 'boolean':
      return { kind: 'choices', options: ['True', 'False'], ...(given === true && { chosen: 0 }) }
    case 'checkbox':
      return { kind: 'checks', options: optionsOf(context, entry) }
    default:
      return { kind: 'none' }
  }
}

/** The label of an option, else the value itself. */
export function chosenOption(context: ViewContext, entry: Entry, value: string | undefined): string | undefined {
  const index = optionEntries(entry).findIndex((option) => textAt(option.value, ['value']) === value)
  return index === -1 ? value : optionsOf(context, entry)[index]
}

/** A field of an endpoint's settings (dify-ui.md section 3, "old form"). */
export function settingField(context: ViewContext, entry: Entry): Field {
  const type = textAt(entry.value, ['type']) ?? ''
  const help = textOfEntry(context, entry, 'help')
  const url = textAt(entry.value, ['url']) ?? ''
  const given = valueAt(entry.value, ['default'])
  const text = given === undefined || given === null ? undefined : String(given)
  const placeholder = textOfEntry(context, entry, 'placeholder')?.text ?? ''
  const remarks: Remark[] = []
  if (type === 'boolean' && typeof given === 'string')
    remarks.push(
      remark(entry, 'default', 'Write the default as true or false: Dify does not take the text for a choice.'),
    )
  return {
    label: labelOfEntry(context, entry),
    required: valueAt(entry.value, ['required']) === true,
    control: settingControl(context, entry, type, text, placeholder),
    ...(help && { tooltip: help }),
    ...(url !== '' && { link: { text: 'How to get', source: placeIn(entry, 'url') } }),
    remarks,
  }
}

function settingControl(
  context: ViewContext,
  entry: Entry,
  type: string,
  text: string | undefined,
  placeholder: string,
): Control {
  switch (type) {
    case 'text-input':
    case 'secret-input':
    case 'number-input':
      return { kind: 'input', text, placeholder, secret: type === 'secret-input' }
    case 'select':
      return { kind: 'select', text: chosenOption(context, entry, text), placeholder }
    case 'boolean':
    case 'checkbox':
      return {
        kind: 'choices',
        options: ['True', 'False'],
        ...((text === 'true' || text === 'false') &&
          typeof valueAt(entry.value, ['default']) === 'boolean' && { chosen: text === 'true' ? 0 : 1 }),
      }
    case 'model-selector':
      return { kind: 'picker', text: 'Select a model' }
    case 'app-selector':
      return { kind: 'picker', text: 'Choose an app' }
    case 'tool-selector':
    case 'array[tools]':
      return { kind: 'picker', text: 'Add a tool' }
    case 'any':
      return { kind: 'picker', text: 'Set variable' }
    default:
      return { kind: 'none' }
  }
}
