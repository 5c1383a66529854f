import { z } from 'zod'
import type { ItemMeta } from '../document'
import { field } from './field'
import { localized } from './localized'

function option<Shape extends z.ZodRawShape>(shape: Shape) {
  return field(z.looseObject(shape), { title: 'Option', description: 'One choice.' }, { go: 'map', sdk: 'map' })
}

const label = localized(
  { title: 'Label', description: 'What people see in the list.', example: 'Metric' },
  { required: ['struct', 'G5'] },
)

/** One choice of a credential or setting: `pkg/entities/plugin_entities/config.go: ConfigOption`. */
export const credentialOption = option({
  value: field(
    z.string().min(1).max(127),
    { title: 'Value', description: 'What your Python gets when this is chosen.', example: 'metric', mono: true },
    { go: 'text', sdk: 'text', required: ['struct', 'G5'], notEmpty: ['struct'], max: { length: 127, by: ['struct'] } },
  ),
  label,
})

const showOnItem: ItemMeta = {
  noun: 'condition',
  row: ['variable', 'value'],
  form: [{ id: 'condition', title: 'Condition', fields: ['variable', 'value'] }],
  starter: { variable: '$name', value: '' },
}

/** Conditions under which a parameter or option shows; only the SDK knows them, the daemon drops them. */
export const showOn = field(
  z
    .array(
      z.looseObject({
        variable: field(
          z.string(),
          { title: 'Parameter', description: 'The other parameter.', mono: true },
          { sdk: 'text', required: ['G5'] },
        ),
        value: field(
          z.string(),
          { title: 'Value', description: 'What it must hold.' },
          { sdk: 'text', required: ['G5'] },
        ),
      }),
    )
    .optional(),
  {
    title: 'Show only when',
    description: 'Dify does not read this for tools: its daemon drops it. Kept as it stands in the file.',
    widget: 'list',
    item: showOnItem,
    rare: true,
    onlyWhenPresent: true,
  },
  {
    sdk: 'list',
    noNull: ['G5'],
    dropped: 'The daemon drops `show_on`: Dify shows the field always.',
    came: { sdk: '0.10.1' },
  },
)

const value = field(
  z.string().min(1),
  { title: 'Value', description: 'What your Python gets when this is chosen.', example: 'metric', mono: true },
  { go: 'text', sdk: 'scalar', required: ['struct', 'G5'], noNull: ['struct'], notEmpty: ['struct'] },
)

/** One choice of a tool parameter: `pkg/entities/plugin_entities/tool_declaration.go: ParameterOption`. */
export const parameterOption = option({
  value,
  label,
  icon: field(
    z.string().optional(),
    { title: 'Icon', description: 'A URL or base64 text, not a file of the plugin.', rare: true },
    { go: 'text', sdk: 'text', noNull: [] },
  ),
  show_on: showOn,
})

/** One choice of a trigger's parameter, whose icon the daemon drops (trigger.md section 7). */
export const eventOption = option({
  value,
  label,
  icon: field(
    z.string().optional(),
    { title: 'Icon', description: 'Not shown for triggers.', rare: true, onlyWhenPresent: true },
    { sdk: 'text', noNull: [], dropped: 'The daemon drops icons of options in triggers.' },
  ),
})

/** How a row of options looks and what a new one holds. */
export const optionItem: ItemMeta = {
  noun: 'option',
  row: ['value', 'label'],
  form: [{ id: 'option', title: 'Option', fields: ['value', 'label'] }],
  starter: { value: '$name', label: { en_US: '$title' } },
}

/** The same for a tool's parameter, whose options may carry icons. */
export const parameterOptionItem: ItemMeta = {
  ...optionItem,
  form: [{ id: 'option', title: 'Option', fields: ['value', 'label', 'icon'] }],
}
