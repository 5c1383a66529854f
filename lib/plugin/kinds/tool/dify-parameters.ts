import type { ViewContext } from '../../dify-view/context'
import {
  chosenOption,
  entriesAt,
  labelOfEntry,
  optionsOf,
  placeIn,
  remark,
  textOfEntry,
  type Entry,
} from '../../dify-view/fields'
import { outputBlocks } from '../../dify-view/outputs'
import type { Mapping } from '../../dify-view/language'
import type { Block, Control, DifyView, Field, Remark } from '../../dify-view/picture'
import { textAt, valueAt } from '../../schema/file-reference'

/** A tool as a node of a workflow: its panel, what it gives, and its settings on the canvas (dify-ui.md section 4). */
export function nodeView(context: ViewContext, file: string): DifyView {
  const inputs = parametersOf(context, file, true)
  const settings = parametersOf(context, file, false)
  const label = context.text(context.value(file), { file, at: ['identity', 'label'] }, 'card')
  return {
    id: 'node',
    title: 'Workflow node',
    width: 400,
    shows: [{ file, at: [] }],
    blocks: [
      { kind: 'card', look: 'node', label },
      ...section(
        'Input Variables',
        inputs.map((entry) => nodeField(context, entry)),
      ),
      ...section(
        'Settings',
        settings.map((entry) => nodeField(context, entry)),
      ),
      { kind: 'heading', text: 'Output Variables', upper: true },
      ...outputBlocks(context.value(file), file),
      ...(settings.length > 0 ? [{ kind: 'heading' as const, text: 'On the canvas' }] : []),
      ...settings.map((entry): Block => ({
        kind: 'setting',
        name: { text: entry.name.toUpperCase(), source: placeIn(entry, 'name') },
        value: canvasValue(entry),
      })),
    ],
    remarks: [],
  }
}

/** A tool in the popup of an agent node, where the model fills in what is not switched off. */
export function agentView(context: ViewContext, file: string): DifyView {
  const inputs = parametersOf(context, file, true)
  const settings = parametersOf(context, file, false)
  const human = context.text(context.value(file), { file, at: ['description', 'human'] }, 'form')
  return {
    id: 'agent',
    title: 'Agent',
    width: 361,
    shows: [{ file, at: ['description'] }],
    blocks: [
      { kind: 'textarea', label: 'Tool description', text: human },
      ...section(
        'Reasoning config',
        inputs.map((entry) => agentField(context, entry)),
      ),
      ...section(
        'User settings',
        settings.map((entry) => nodeField(context, entry)),
      ),
    ],
    remarks: [
      {
        message:
          'The model reads this description, not `description.llm`: Dify puts the text for people, in the language of the console, in its place.',
        source: { file, at: ['description', 'llm'] },
      },
    ],
  }
}

/** Parameters that the model fills in, or those that people set. */
export function parametersOf(context: ViewContext, file: string, byModel: boolean, mapping: Mapping = 'form'): Entry[] {
  return entriesAt(context.value(file), file, ['parameters'], mapping).filter(
    (entry) => (textAt(entry.value, ['form']) === 'llm') === byModel,
  )
}

function section(title: string, fields: readonly Field[]): Block[] {
  if (fields.length === 0) return []
  return [{ kind: 'heading', text: title, upper: true }, ...fields.map((field): Block => ({ kind: 'field', field }))]
}

/** Types whose `human_description` can be read without the mouse. */
const described = ['string', 'secret-input', 'number', 'date']

function nodeField(context: ViewContext, entry: Entry): Field {
  const type = textAt(entry.value, ['type']) ?? 'string'
  const words = textOfEntry(context, entry, 'human_description')
  return {
    label: labelOfEntry(context, entry),
    required: valueAt(entry.value, ['required']) === true,
    control: controlOf(context, entry, type),
    ...(words && (described.includes(type) ? { note: words } : { tooltip: words })),
    remarks: remarksOf(entry, type),
  }
}

function agentField(context: ViewContext, entry: Entry): Field {
  const words = textOfEntry(context, entry, 'human_description')
  return {
    label: labelOfEntry(context, entry),
    code: true,
    typeWord: textAt(entry.value, ['type']) ?? 'string',
    required: valueAt(entry.value, ['required']) === true,
    control: { kind: 'none' },
    auto: true,
    ...(words && { tooltip: words }),
  }
}

function remarksOf(entry: Entry, type: string): Remark[] {
  const has = (key: string) => valueAt(entry.value, [key]) !== undefined
  return [
    ...(type === 'secret-input'
      ? [remark(entry, 'type', 'Dify does not hide a secret in the panel of a node, only on the canvas.')]
      : []),
    ...(['string', 'secret-input'].includes(type) && has('placeholder')
      ? [remark(entry, 'placeholder', 'Nodes draw no placeholder in a text: it has no effect.')]
      : []),
    ...(type === 'number' && ['min', 'max', 'precision'].some(has)
      ? [remark(entry, 'min', 'Nodes do not hold a number to `min`, `max` or `precision`: check it in the code.')]
      : []),
  ]
}

function controlOf(context: ViewContext, entry: Entry, type: string): Control {
  const given = valueAt(entry.value, ['default'])
  const text = given === undefined || given === null ? undefined : String(given)
  const placeholder = textOfEntry(context, entry, 'placeholder')?.text
  switch (type) {
    case 'number':
      return { kind: 'input', text, placeholder, variable: true }
    case 'boolean':
      return { kind: 'choices', options: ['True', 'False'], chosen: given === true ? 0 : 1, variable: true }
    case 'select':
      return {
        kind: 'select',
        text: chosenOption(context, entry, text),
        placeholder: placeholder ?? 'Select',
        variable: true,
      }
    case 'dynamic-select':
      return { kind: 'select', placeholder: placeholder ?? 'Loading...' }
    case 'checkbox':
      return { kind: 'checks', options: optionsOf(context, entry) }
    case 'file':
    case 'files':
      return { kind: 'picker', text: 'Set variable' }
    case 'object':
    case 'array':
      return { kind: 'json' }
    case 'date':
    case 'date-range':
      return { kind: 'input', text, placeholder: placeholder ?? 'YYYY-MM-DD' }
    case 'model-selector':
      return { kind: 'picker', text: 'Select a model' }
    case 'app-selector':
      return { kind: 'picker', text: 'Choose an app' }
    case 'any':
      return { kind: 'picker', text: 'Set variable' }
    default:
      return { kind: 'input', text, placeholder: "Type '/' to insert a variable", badge: 'String' }
  }
}

/** Secrets show as stars, switches without a word (dify-ui.md section 4.1). */
function canvasValue(entry: Entry): string {
  const type = textAt(entry.value, ['type'])
  const given = valueAt(entry.value, ['default'])
  if (given === undefined || given === null || type === 'boolean') return ''
  return type === 'secret-input' ? '********' : String(given)
}
