import type { KindViews } from '../kind-views'
import type { ViewContext } from '../../dify-view/context'
import { entriesAt, labelOfEntry, remark, settingField, textOfEntry, type Entry } from '../../dify-view/fields'
import { outputBlocks } from '../../dify-view/outputs'
import { shareOf, type Block, type Control, type DifyView, type Field, type Remark } from '../../dify-view/picture'
import { referencesFrom } from '../../references'
import { textAt, valueAt } from '../../schema/file-reference'

/** Strategies in the drawer, the drawer of one, and the Agent node (dify-ui.md sections 2.4 and 6.1). */
export const agentStrategyViews: KindViews = {
  category: 'Agent Strategy',
  detail: (context, root) => {
    const strategies = strategiesOf(context, root)
    return [
      {
        kind: 'heading',
        text: `${strategies.length} ${strategies.length === 1 ? 'strategy' : 'strategies'} included`,
        upper: true,
      },
      ...strategies.map((file) => boxOf(context, file)),
    ]
  },
  views: (context, root) => {
    const strategies = strategiesOf(context, root)
    const strategy = strategies.includes(context.file) ? context.file : strategies[0]
    return strategy === undefined ? [] : [drawerView(context, strategy), nodeView(context, strategy)]
  },
}

function strategiesOf(context: ViewContext, root: string): string[] {
  return referencesFrom(context.files, root).flatMap(({ as, file }) =>
    as === 'agent-strategy' && context.files.has(file) ? [file] : [],
  )
}

function boxOf(context: ViewContext, file: string): Block {
  const text = (at: readonly string[]) => context.text(context.value(file), { file, at }, 'form')
  return { kind: 'box', title: text(['identity', 'label']), description: text(['description']) }
}

function parametersOf(context: ViewContext, file: string): Entry[] {
  return entriesAt(context.value(file), file, ['parameters'])
}

function isRequired(entry: Entry): boolean {
  return valueAt(entry.value, ['required']) === true
}

/** What a click on a strategy opens: its parameters with their type words, and its output. */
function drawerView(context: ViewContext, file: string): DifyView {
  const parameters = parametersOf(context, file)
  return {
    id: 'strategy',
    title: 'Strategy',
    width: 400,
    shows: [
      { file, at: ['identity'] },
      { file, at: ['description'] },
    ],
    blocks: [
      boxOf(context, file),
      ...(parameters.length > 0 ? [{ kind: 'heading' as const, text: 'Parameters', upper: true }] : []),
      ...parameters.map((entry): Block => {
        const type = textAt(entry.value, ['type']) ?? 'string'
        return {
          kind: 'field',
          field: {
            label: labelOfEntry(context, entry),
            code: true,
            typeWord: type === 'array[tools]' ? 'multiple-tool-select' : type,
            required: isRequired(entry),
            worded: true,
            control: { kind: 'none' },
          },
        }
      }),
    ],
    remarks: parameters.some((entry) => valueAt(entry.value, ['help']) !== undefined)
      ? [{ message: 'The drawer does not show `help`; the Agent node does.', source: { file, at: ['parameters'] } }]
      : [],
  }
}

/** The panel of an Agent node with this strategy. */
function nodeView(context: ViewContext, file: string): DifyView {
  const features: unknown = valueAt(context.value(file), ['features'])
  const memory = Array.isArray(features) && features.includes('history-messages')
  const label = context.text(context.value(file), { file, at: ['identity', 'label'] }, 'form')
  const outputs = outputBlocks(context.value(file), file)
  const [text, others] = [outputs.slice(0, 1), outputs.slice(1)]
  return {
    id: 'agent-node',
    title: 'Agent node',
    width: 400,
    shows: [{ file, at: [] }],
    blocks: [
      { kind: 'card', look: 'node', label },
      ...parametersOf(context, file).map((entry): Block => ({ kind: 'field', field: nodeField(context, entry) })),
      ...(memory ? [{ kind: 'heading' as const, text: 'Memory' }] : []),
      { kind: 'heading', text: 'Output Variables', upper: true },
      ...text,
      { kind: 'output', name: 'usage', type: 'object', depth: 0 },
      ...others,
    ],
    remarks: memory ? [{ message: 'Only chat flows show the memory.', source: { file, at: ['features'] } }] : [],
  }
}

/** Texts are boxes of their own, numbers sliders where both limits are given; the rest is the old form (dify-ui.md section 3.2). */
function nodeField(context: ViewContext, entry: Entry): Field {
  const type = textAt(entry.value, ['type']) ?? 'string'
  const help = textOfEntry(context, entry, 'help')
  if (type !== 'string' && type !== 'number') return settingField(context, entry)
  return {
    label: labelOfEntry(context, entry),
    required: isRequired(entry),
    control: nodeControl(entry, type),
    ...(help && { tooltip: help }),
    remarks: remarksOf(entry, type),
  }
}

/** A slider begins with the default cut to a whole number, or 1. */
function nodeControl(entry: Entry, type: string): Control {
  const given: unknown = valueAt(entry.value, ['default'])
  const limits = limitsOf(entry)
  if (type === 'number' && limits) {
    const start = typeof given === 'number' ? Math.trunc(given) : 1
    return { kind: 'slider', text: String(start), share: shareOf(start, ...limits), stepper: true }
  }
  return { kind: 'input', text: typeof given === 'string' || typeof given === 'number' ? String(given) : undefined }
}

function limitsOf(entry: Entry): [min: number, max: number] | undefined {
  const [min, max] = ['min', 'max'].map((key): unknown => valueAt(entry.value, [key]))
  return typeof min === 'number' && typeof max === 'number' ? [min, max] : undefined
}

function remarksOf(entry: Entry, type: string): Remark[] {
  const given: unknown = valueAt(entry.value, ['default'])
  return [
    ...(type === 'number' && !limitsOf(entry)
      ? [remark(entry, 'type', 'Dify draws a slider only where both `min` and `max` are given.')]
      : []),
    ...(type === 'number' && limitsOf(entry) && typeof given === 'number' && !Number.isInteger(given)
      ? [
          remark(
            entry,
            'default',
            `The slider begins at ${Math.trunc(given)}: Dify cuts the default to a whole number.`,
          ),
        ]
      : []),
  ]
}
