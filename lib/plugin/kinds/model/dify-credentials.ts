import { authorizationName, encrypted, fixedField } from '../../dify-view/authorization'
import type { ViewContext } from '../../dify-view/context'
import { entriesAt, labelOfEntry, remark, textOfEntry, type Entry } from '../../dify-view/fields'
import type { Ask, Block, Control, DifyView, Field, Remark, Text } from '../../dify-view/picture'
import { textAt, valueAt } from '../../schema/file-reference'
import { hasMethod, supportedTypes } from './dify-provider'
import { conditionsOf, modelTypeVariable, type Condition } from './show-on'

/** The dialogs for the credentials of the provider and of a model that people add (dify-ui.md sections 3.3, 3.4 and 5.1). */
export function credentialViews(context: ViewContext, root: string): DifyView[] {
  const provider = context.value(root)
  return [
    ...(hasMethod(provider, 'predefined-model') ? [providerDialog(context, root)] : []),
    ...(hasMethod(provider, 'customizable-model') ? [modelDialog(context, root)] : []),
  ]
}

function providerDialog(context: ViewContext, root: string): DifyView {
  const form = formOf(context, root, 'provider_credential_schema', [])
  return {
    id: 'credentials',
    title: 'Credentials',
    width: 640,
    shows: [
      { file: root, at: ['provider_credential_schema'] },
      { file: root, at: ['help'] },
    ],
    heading: 'API Key Authorization Configuration',
    asks: form.asks,
    blocks: [authorizationName(root), ...form.blocks, buttons(context, root, 'Save'), encrypted],
    remarks: form.remarks,
  }
}

function modelDialog(context: ViewContext, root: string): DifyView {
  const provider = context.value(root)
  const types = supportedTypes(provider)
  const form = formOf(context, root, 'model_credential_schema', types)
  const place = (key: string) => ({ file: root, at: ['model_credential_schema', 'model', key] })
  const label = context.text(provider, place('label'), 'model')
  const placeholder = context.text(provider, place('placeholder'), 'model').text
  return {
    id: 'model-credentials',
    title: 'Add Model',
    width: 640,
    shows: [{ file: root, at: ['model_credential_schema'] }],
    heading: 'Add Model',
    asks: form.asks,
    blocks: [
      {
        kind: 'field',
        field: {
          label: label.text === '' ? { ...label, text: 'Model Name' } : label,
          required: true,
          control: { kind: 'input', placeholder: placeholder || 'Please enter' },
        },
      },
      fixedField(root, 'Model Type', { kind: 'select', text: chosenType(context, types) }, true),
      { kind: 'heading', text: 'Model credential' },
      authorizationName(root),
      ...form.blocks,
      buttons(context, root, 'Add'),
      encrypted,
    ],
    remarks: form.remarks,
  }
}

function chosenType(context: ViewContext, types: readonly string[]): string | undefined {
  return types.find((word) => word === context.answers[modelTypeVariable]) ?? types[0]
}

interface Form {
  blocks: Block[]
  remarks: Remark[]
  asks: Ask[]
}

/** The fields whose conditions hold for what is chosen; `types` are those that can be chosen for a model. */
function formOf(context: ViewContext, root: string, schema: string, types: readonly string[]): Form {
  const entries = entriesAt(context.value(root), root, [schema, 'credential_form_schemas'], 'model')
  const values = new Map(entries.map((entry) => [entry.name, context.answers[entry.name] ?? defaultOf(entry)]))
  if (types.length > 0) values.set(modelTypeVariable, chosenType(context, types))
  const holds = (conditions: readonly Condition[]) =>
    conditions.every(({ variable, value }) => values.get(variable) === value)
  const shown = entries.filter((entry) => holds(conditionsOf(entry.value)))
  return {
    blocks: shown.map((entry) => ({ kind: 'field', field: fieldOf(context, entry, values.get(entry.name), holds) })),
    remarks: hiddenRemarks(entries.filter((entry) => !shown.includes(entry))),
    asks: asksOf(context, entries, types, values),
  }
}

function defaultOf(entry: Entry): string | undefined {
  const given = valueAt(entry.value, ['default'])
  return given === undefined || given === null ? undefined : String(given)
}

function fieldOf(
  context: ViewContext,
  entry: Entry,
  value: string | undefined,
  holds: (conditions: readonly Condition[]) => boolean,
): Field {
  const unread = ['help', 'url'].find((key) => valueAt(entry.value, [key]) !== undefined)
  return {
    label: labelOfEntry(context, entry),
    required: valueAt(entry.value, ['required']) === true,
    control: controlOf(context, entry, value, holds),
    remarks: [
      ...(textAt(entry.value, ['type']) === 'switch'
        ? [remark(entry, 'type', 'Dify draws only the label of a `switch` here: nobody can turn it.')]
        : []),
      ...(unread
        ? [remark(entry, unread, `Dify drops \`${unread}\` of a field: only the provider’s help is shown.`)]
        : []),
      ...(valueAt(entry.value, ['max_length'])
        ? [remark(entry, 'max_length', 'The dialog does not apply `max_length`: check the length in your Python.')]
        : []),
    ],
  }
}

function controlOf(
  context: ViewContext,
  entry: Entry,
  value: string | undefined,
  holds: (conditions: readonly Condition[]) => boolean,
): Control {
  const placeholder = textOfEntry(context, entry, 'placeholder')?.text ?? 'Please enter'
  const options = optionsIn(context, entry).filter(({ conditions }) => holds(conditions))
  const chosen = options.findIndex((option) => option.value === value)
  switch (textAt(entry.value, ['type'])) {
    case 'select':
      return { kind: 'select', placeholder, text: options[chosen]?.label }
    case 'radio':
      return {
        kind: 'choices',
        options: options.map(({ label }) => label),
        dots: true,
        ...(options.length > 2 && { column: true }),
        ...(chosen !== -1 && { chosen }),
      }
    case 'switch':
      return { kind: 'none' }
    default:
      return { kind: 'input', placeholder, text: value, secret: textAt(entry.value, ['type']) === 'secret-input' }
  }
}

function optionsIn(context: ViewContext, entry: Entry) {
  return entriesAt(entry.root, entry.source.file, [...entry.source.at, 'options'], 'model').map((option) => {
    const value = String(valueAt(option.value, ['value']) ?? '')
    return {
      value,
      label: textOfEntry(context, option, 'label')?.text ?? value,
      conditions: conditionsOf(option.value),
    }
  })
}

/** What the conditions of a form ask for, where it is one of a list: the preview lets one choose it. */
function asksOf(
  context: ViewContext,
  entries: readonly Entry[],
  types: readonly string[],
  values: ReadonlyMap<string, string | undefined>,
): Ask[] {
  const named = entries.flatMap((entry) => [
    ...conditionsOf(entry.value),
    ...optionsIn(context, entry).flatMap(({ conditions }) => conditions),
  ])
  return [...new Set(named.map(({ variable }) => variable))].flatMap((variable): Ask[] => {
    const entry = entries.find(({ name }) => name === variable)
    const options =
      variable === modelTypeVariable
        ? types.map((word) => ({ value: word, label: word }))
        : entry
          ? optionsIn(context, entry)
          : []
    if (options.length < 2) return []
    const title = entry ? labelOfEntry(context, entry).text : 'Model Type'
    return [
      {
        key: variable,
        title,
        value: values.get(variable),
        options: options.map(({ value, label }) => ({ value, label })),
      },
    ]
  })
}

/** Which fields are hidden, and until when: one remark for all of one condition. */
function hiddenRemarks(hidden: readonly Entry[]): Remark[] {
  const groups = new Map<string, Entry[]>()
  for (const entry of hidden) {
    const until = conditionsOf(entry.value)
      .map(({ variable, value }) => `\`${variable}\` is \`${value}\``)
      .join(' and ')
    groups.set(until, [...(groups.get(until) ?? []), entry])
  }
  return [...groups].flatMap(([until, [first, ...others]]) => {
    if (!first) return []
    const names = [first, ...others].map(({ name }) => `\`${name}\``).join(', ')
    return [remark(first, 'show_on', `Hidden until ${until}: ${names}.`)]
  })
}

/** The buttons, with the provider's help at the left. */
function buttons(context: ViewContext, root: string, last: string): Block {
  const link = helpLink(context, root)
  return { kind: 'actions', buttons: [{ text: 'Cancel' }, { text: last, primary: true }], ...(link && { link }) }
}

/** The title, else the address. */
function helpLink(context: ViewContext, root: string): Text | undefined {
  const texts = ['title', 'url'].map((key) =>
    context.text(context.value(root), { file: root, at: ['help', key] }, 'model'),
  )
  return texts.find(({ text }) => text !== '')
}
