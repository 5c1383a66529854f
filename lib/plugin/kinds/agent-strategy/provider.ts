import { z } from 'zod'
import type { DocumentType, Ref } from '../../document'
import { field } from '../../schema/field'
import { assetRef, fileRef, fileRefs, textAt } from '../../schema/file-reference'
import { providerIdentity } from '../../schema/provider-identity'
import { agentStrategyProviderStarter } from './starter'

/** Templates write it and nothing reads it: neither daemon nor SDK has a class for these providers (agent-strategy.md section 1). */
const unreadSource = field(
  z.looseObject({
    python: field(
      z.looseObject({
        source: field(z.string().optional(), {
          title: 'Python file',
          description: 'Written by templates. Dify does not read it: a provider of strategies has no code.',
          widget: 'file',
          mono: true,
          onlyWhenPresent: true,
        }),
      }),
      { title: 'Python', description: 'Where the code stands.', widget: 'group', onlyWhenPresent: true },
    ).optional(),
  }),
  { title: 'Code', description: 'Where the code stands.', widget: 'group', onlyWhenPresent: true },
).optional()

const schema = z.looseObject({
  identity: providerIdentity({
    items: 'strategies',
    label: 'Planner',
    description: 'Plan, then act',
    tags: 'Subjects of the strategies.',
  }),
  strategies: field(
    z.array(
      field(
        z.string(),
        { title: 'Strategy file', description: 'Path of a strategy.', mono: true },
        { sdk: 'text', noNull: ['G1', 'G5'], notEmpty: ['G1', 'G5'] },
      ),
    ),
    { title: 'Strategies', description: 'The strategies of this provider, one file each.', widget: 'strings' },
    { go: 'items', sdk: 'list', noNull: ['G5'], checks: ['strategy-items'] },
  ),
  extra: unreadSource,
})

/** A strategy provider: `agent_declaration.go: AgentStrategyProviderDeclaration`, `sdk:agent.py: AgentStrategyProviderConfiguration`. */
export const agentStrategyProvider: DocumentType = {
  id: 'agent-strategy.provider',
  title: 'Strategy provider',
  icon: 'plug',
  schema,
  form: [
    {
      id: 'identity',
      title: 'Provider',
      summary: 'How its strategies are presented',
      fields: [
        'identity.name',
        'identity.label',
        'identity.description',
        'identity.icon',
        'identity.icon_dark',
        'identity.tags',
        'identity.author',
      ],
    },
    { id: 'strategies', title: 'Strategies', summary: 'One file each, in this order', fields: ['strategies'] },
    { id: 'code', title: 'Code', fields: ['extra.python.source'] },
  ],
  label: (value) => textAt(value, ['identity', 'name']) ?? 'Provider',
  namePath: 'identity.name',
  items: { at: 'strategies', type: 'agent-strategy', noun: 'strategy', folder: 'strategies', read: [] },
  refs: (value) => [
    // The packager does not look for these icons, the upload does.
    ...assetRef(value, ['identity', 'icon']).map((ref): Ref => ({ ...ref, missing: ['G3'] })),
    ...assetRef(value, ['identity', 'icon_dark']),
    ...fileRefs(value, ['strategies'], 'agent-strategy'),
    ...fileRef(value, ['extra', 'python', 'source'], 'text').map((ref): Ref => ({ ...ref, missing: [] })),
  ],
  starter: agentStrategyProviderStarter,
}
