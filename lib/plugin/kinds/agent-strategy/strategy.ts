import { z } from 'zod'
import type { DocumentType } from '../../document'
import { field } from '../../schema/field'
import { fileRef, textAt } from '../../schema/file-reference'
import { identityAuthor, identityLabel, itemName } from '../../schema/identity'
import { localized } from '../../schema/localized'
import { pythonSource } from '../../schema/python-source'
import { strategyFeatures } from './features'
import { strategyOutput } from './output'
import { strategyParameter, strategyParameterItem } from './parameter'
import { agentStrategyStarter } from './starter'
import { agentStrategyStub } from './stub'

const schema = z.looseObject({
  identity: field(
    z.looseObject({
      author: identityAuthor,
      name: itemName('strategy', { use: 'Dify runs it by this name.', example: 'plan_and_act' }),
      label: identityLabel('strategy', 'Plan and act'),
    }),
    { title: 'Identity', description: 'What the strategy is called.', widget: 'group' },
    { go: 'map', sdk: 'map', required: ['struct', 'G5'] },
  ),
  description: localized(
    {
      title: 'Description',
      description: 'How the strategy thinks and for which models it is good, shown where it is chosen.',
      example: 'Makes a plan and runs tools.',
    },
    { required: ['struct', 'G5'] },
  ),
  parameters: field(
    z.array(strategyParameter).optional(),
    {
      title: 'Parameters',
      description: 'What the Agent node asks for: a model, tools, an instruction, a query.',
      widget: 'list',
      item: strategyParameterItem,
    },
    { go: 'list', sdk: 'list', noNull: [], checks: ['parameter-names'] },
  ),
  features: strategyFeatures,
  output_schema: strategyOutput,
  extra: pythonSource('AgentStrategy'),
})

/** A strategy: `agent_declaration.go: AgentStrategyDeclaration`, `sdk:agent.py: AgentStrategyConfiguration`. */
export const agentStrategy: DocumentType = {
  id: 'agent-strategy',
  title: 'Agent strategy',
  icon: 'waypoints',
  schema,
  form: [
    {
      id: 'identity',
      title: 'Strategy',
      summary: 'What people read where they choose it',
      fields: ['identity.name', 'identity.label', 'description', 'features', 'identity.author'],
    },
    { id: 'parameters', title: 'Parameters', summary: 'What the Agent node asks for', fields: ['parameters'] },
    {
      id: 'output',
      title: 'Output',
      summary: 'Variables a workflow can use after the node',
      fields: ['output_schema'],
    },
    { id: 'code', title: 'Code', fields: ['extra.python.source'] },
  ],
  label: (value) => textAt(value, ['identity', 'name']) ?? 'Strategy',
  namePath: 'identity.name',
  refs: (value) => fileRef(value, ['extra', 'python', 'source'], 'python'),
  pythonBase: 'AgentStrategy',
  pythonReads: { at: 'parameters', variable: 'parameters', noun: 'parameter' },
  starter: agentStrategyStarter,
  stub: agentStrategyStub,
}
