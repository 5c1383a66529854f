import type { ViewContext } from '../../dify-view/context'
import { entriesAt, placeIn, remark, textOfEntry, type Entry } from '../../dify-view/fields'
import { shareOf, type Control, type DifyView, type Field, type Remark, type Text } from '../../dify-view/picture'
import { textAt, valueAt } from '../../schema/file-reference'
import type { ShownModel } from './dify-models'
import { ruleTemplateValues, type RuleValues } from './rule-templates'

/** A parameter with what its template brings. */
interface Rule {
  entry: Entry
  template: string | undefined
  values: RuleValues
  given: unknown
  required: boolean
}

/** The panel of an LLM's parameters (dify-ui.md section 5.3). */
export function parameterView(context: ViewContext, model: ShownModel): DifyView {
  const rules = entriesAt(model.value, model.file, ['parameter_rules'], 'model').map(ruleOf)
  const { text, source } = model.label
  return {
    id: 'parameters',
    title: 'Model parameters',
    width: 400,
    shows: [{ file: model.file, at: [] }],
    blocks: [
      { kind: 'box', title: { text, source } },
      { kind: 'heading', text: 'Parameters' },
      ...rules.map((rule) => ({ kind: 'field' as const, field: ruleField(context, rule) })),
      ...(rules.length === 0 ? [{ kind: 'fine' as const, text: 'This model has no parameters.' }] : []),
    ],
    remarks: [...nameRemarks(context, rules), ...sentRemarks(rules)],
  }
}

function ruleOf(entry: Entry): Rule {
  const template = textAt(entry.value, ['use_template']) || undefined
  const brought = ruleTemplateValues[template ?? '']
  const number = (key: 'min' | 'max' | 'precision') => {
    const own = valueAt(entry.value, [key])
    return typeof own === 'number' ? own : brought?.[key]
  }
  const options = valueAt(entry.value, ['options'])
  return {
    entry,
    template: brought && template,
    required: valueAt(entry.value, ['required']) === true,
    given: valueAt(entry.value, ['default']) ?? brought?.default,
    values: {
      type: textAt(entry.value, ['type']) ?? brought?.type ?? '',
      min: number('min'),
      max: number('max'),
      precision: number('precision'),
      options: Array.isArray(options) ? options.map(String) : brought?.options,
    },
  }
}

function ruleField(context: ViewContext, rule: Rule): Field {
  const { entry, template, required } = rule
  const help: Text | undefined =
    textOfEntry(context, entry, 'help') ??
    (template === undefined
      ? undefined
      : { text: `Dify’s own words on ${template}.`, source: placeIn(entry, 'use_template') })
  return {
    label: textOfEntry(context, entry, 'label') ?? { text: entry.name, source: placeIn(entry, 'name') },
    beside: true,
    // The star belongs to dialogs: what is required here just has no switch.
    required: false,
    ...(required ? {} : { sent: false }),
    control: controlOf(rule),
    ...(help && { tooltip: help }),
    remarks: numberRemarks(rule),
  }
}

function controlOf({ given, values: { type, min, max, options } }: Rule): Control {
  const text = given === undefined || given === null ? '' : String(given)
  switch (type) {
    case 'int':
    case 'float': {
      const start = Number(text === '' ? (min ?? 0) : text)
      if (min === undefined || max === undefined) return { kind: 'input', text: String(start) }
      return { kind: 'slider', text: String(start), share: shareOf(start, min, max) }
    }
    case 'boolean':
      return { kind: 'choices', options: ['True', 'False'], chosen: given === true ? 0 : 1 }
    case 'text':
      return { kind: 'area', text }
    default:
      return options && options.length > 0 ? { kind: 'select', text } : { kind: 'input', text }
  }
}

/** How sliders and number boxes move. */
function numberRemarks({ entry, given, values: { type, min, max, precision } }: Rule): Remark[] {
  if (type !== 'int' && type !== 'float') return []
  const name = `\`${entry.name}\``
  if (min === undefined || max === undefined) {
    const said = [
      remark(
        entry,
        min === undefined ? 'min' : 'max',
        `${name} has no slider: Dify draws one only with \`min\` and \`max\`.`,
      ),
    ]
    return precision === undefined || precision === 0
      ? said
      : [
          ...said,
          remark(
            entry,
            'precision',
            `The arrows of ${name} move by 0.${precision}: Dify writes \`precision\` behind "0.".`,
          ),
        ]
  }
  const fine = type === 'float' && [given, min, max].some((each) => typeof each === 'number' && !isTenth(each))
  return fine
    ? [remark(entry, 'default', `The slider of ${name} moves by 0.1 only: finer values have to be typed.`)]
    : []
}

function isTenth(value: number): boolean {
  return Math.abs(value * 10 - Math.round(value * 10)) < 1e-9
}

/** Rules without a label show their names: the daemon fills it in before it looks at the template. */
function nameRemarks(context: ViewContext, rules: readonly Rule[]): Remark[] {
  const bare = rules.filter(({ entry, template }) => template !== undefined && !textOfEntry(context, entry, 'label'))
  const [first] = bare
  if (!first) return []
  const names = bare.map(({ entry }) => `\`${entry.name}\``).join(', ')
  return [
    remark(first.entry, 'label', `Shown by name, since labels of templates never show: ${names}. Write a \`label\`.`),
  ]
}

function sentRemarks(rules: readonly Rule[]): Remark[] {
  const first = rules.find(({ given, required }) => !required && given !== undefined)
  return first
    ? [
        remark(
          first.entry,
          'required',
          'An optional parameter is sent only when its switch is on: until then its default counts for nothing.',
        ),
      ]
    : []
}
