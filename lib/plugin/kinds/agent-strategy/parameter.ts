import { z } from 'zod'
import type { ItemMeta } from '../../document'
import { field } from '../../schema/field'
import { localized } from '../../schema/localized'
import { parameterOption, parameterOptionItem } from '../../schema/option'
import { numberLimits, parameterName, parameterScope, promptHelp } from '../../schema/parameter'
import { strategyParameterType } from './parameter-type'

/** `pkg/entities/plugin_entities/agent_declaration.go: AgentStrategyParameter` (agent-strategy.md section 3). */
export const strategyParameter = field(
  z.looseObject({
    name: parameterName('Key under which your Python reads the value. Letters, digits and "_".'),
    type: strategyParameterType,
    label: localized(
      { title: 'Label', description: 'Name of the parameter as people read it in the node.', example: 'Query' },
      { required: ['struct', 'G5'] },
    ),
    help: localized(
      {
        title: 'Help',
        description: 'What to enter, behind the question mark beside the label.',
        example: 'What to work on',
      },
      { noNull: [], emptyIsAbsent: true },
    ).optional(),
    required: field(
      z.boolean().optional(),
      { title: 'Required', description: 'The strategy cannot run without it.', widget: 'switch', absent: false },
      { go: 'bool', sdk: 'bool', noNull: [] },
    ),
    options: field(
      z.array(parameterOption).optional(),
      {
        title: 'Options',
        description: 'What can be chosen.',
        widget: 'options',
        item: parameterOptionItem,
        showFor: { type: ['select'] },
      },
      { go: 'list', sdk: 'list', noNull: [] },
    ),
    default: field(
      z.union([z.string(), z.number(), z.boolean()]).optional(),
      {
        title: 'Default',
        description: 'The value that counts when nothing is entered.',
        widget: 'value',
        showFor: { type: ['string', 'number', 'boolean', 'select', 'any'] },
      },
      { go: 'basic', noNull: [] },
    ),
    ...numberLimits,
    scope: parameterScope,
    ...promptHelp,
  }),
  { title: 'Parameter', description: 'One thing that the Agent node asks for.' },
  { go: 'map', sdk: 'map', checks: ['strategy-parameter'] },
)

/** How a row of parameters looks and what a new one holds. */
export const strategyParameterItem: ItemMeta = {
  noun: 'parameter',
  row: ['name', 'type', 'label'],
  form: [
    { id: 'parameter', title: 'Parameter', fields: ['name', 'type', 'required', 'label', 'help'] },
    { id: 'values', title: 'Values', fields: ['options', 'default', 'min', 'max', 'precision', 'scope'] },
    { id: 'input', title: 'Input box', fields: ['auto_generate', 'template'] },
  ],
  starter: { name: '$name', type: 'string', required: false, label: { en_US: '$title' } },
}
