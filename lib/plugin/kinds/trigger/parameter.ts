import { z } from 'zod'
import type { FieldMeta, ItemMeta } from '../../document'
import { field } from '../../schema/field'
import type { GateRules } from '../../schema/gate-rules'
import { localized } from '../../schema/localized'
import { eventOption, optionItem } from '../../schema/option'
import { numberLimits, promptHelp } from '../../schema/parameter'
import { identifierName } from '../../schema/written-name'
import { eventParameterType } from './parameter-type'

const name = field(
  z.string().min(1),
  {
    title: 'Name',
    description: 'Key under which your Python reads the value: letters, digits and "_".',
    example: 'branch',
    mono: true,
  },
  { written: identifierName, go: 'text', sdk: 'text', required: ['struct', 'G5'], notEmpty: ['struct'] },
)

/** A key of other kinds of parameters that both daemon and SDK drop here (trigger.md section 4). */
function foreign(key: string, instead: string) {
  return field(
    z.unknown().optional(),
    { title: key, description: `Parameters of triggers have no "${key}".`, widget: 'value', onlyWhenPresent: true },
    { dropped: `Dify shows no \`${key}\` of a trigger's parameter${instead}` },
  )
}

/** `pkg/entities/plugin_entities/trigger_declaration.go: EventParameter` (trigger.md section 4). */
const eventParameter = field(
  z.looseObject({
    name,
    type: eventParameterType,
    label: localized(
      { title: 'Label', description: 'Name of the parameter as people read it.', example: 'Branch' },
      { required: ['struct', 'G5'] },
    ),
    required: field(
      z.boolean().optional(),
      { title: 'Required', description: 'It must be filled in.', widget: 'switch', absent: false },
      { go: 'bool', sdk: 'bool', noNull: [] },
    ),
    description: localized(
      {
        title: 'Description',
        description: 'What to enter, shown under the field and behind a question mark.',
        example: 'Only pushes to this branch',
      },
      { noNull: [] },
    ).optional(),
    options: field(
      z.array(eventOption).optional(),
      {
        title: 'Options',
        description: 'What can be chosen.',
        widget: 'options',
        item: optionItem,
        showFor: { type: ['select', 'checkbox'] },
      },
      { go: 'list', sdk: 'list', noNull: [] },
    ),
    multiple: field(
      z.boolean().optional(),
      {
        title: 'Several',
        description: 'More than one option can be chosen; your Python gets a list.',
        widget: 'switch',
        absent: false,
        showFor: { type: ['select', 'checkbox', 'dynamic-select'] },
      },
      { go: 'bool', sdk: 'bool', noNull: [] },
    ),
    default: field(
      z.union([z.string(), z.number(), z.boolean(), z.array(z.unknown())]).optional(),
      {
        title: 'Default',
        description: 'What stands there at first; a list where several options can be chosen.',
        widget: 'value',
      },
      { go: 'free', sdk: 'default', noNull: [] },
    ),
    ...numberLimits,
    scope: field(
      z.string().optional(),
      {
        title: 'Scope',
        description: 'Narrows the selector, for example to llm or chat.',
        example: 'llm',
        mono: true,
        showFor: { type: ['model-selector', 'app-selector'] },
      },
      { go: 'text', sdk: 'text', noNull: [] },
    ),
    ...promptHelp,
    help: foreign('help', ': write it as `description`.'),
    placeholder: foreign('placeholder', ': say in `description` what to enter.'),
    url: foreign('url', ': name the address in `description`.'),
  }),
  { title: 'Parameter', description: 'One thing that people choose.' },
  { go: 'map', sdk: 'map', checks: ['event-parameter'] },
)

const item: ItemMeta = {
  noun: 'parameter',
  row: ['name', 'type', 'label'],
  form: [
    { id: 'parameter', title: 'Parameter', fields: ['name', 'type', 'required', 'label', 'description'] },
    { id: 'values', title: 'Values', fields: ['options', 'multiple', 'default', 'min', 'max', 'precision', 'scope'] },
    { id: 'input', title: 'Input box', fields: ['auto_generate', 'template'] },
  ],
  starter: { name: '$name', type: 'string', required: false, label: { en_US: '$title' } },
}

/** Parameters of an event or of the set-up of a subscription. */
export function eventParameters(meta: Omit<FieldMeta, 'widget' | 'item' | 'gates'>, gates: GateRules) {
  return field(
    z.array(eventParameter).optional(),
    { ...meta, widget: 'list', item },
    { go: 'list', sdk: 'list', checks: ['parameter-names'], ...gates },
  )
}
