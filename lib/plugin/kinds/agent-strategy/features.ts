import { z } from 'zod'
import { field } from '../../schema/field'

const choices = {
  'history-messages': {
    title: 'Memory',
    description: 'The node offers a memory; earlier messages come with the model: model.history_prompt_messages.',
  },
}

const feature = field(
  z.enum(['history-messages']),
  { title: 'Feature', description: 'Something more that the node offers.' },
  {
    go: 'text',
    sdk: 'text',
    words: [
      {
        rule: 'strategy-feature',
        by: ['G5', 'G6'],
        words: ['history-messages'],
        why: 'it is the only feature that Dify has',
      },
    ],
    max: { length: 255, by: ['struct'] },
  },
)

/** `features`: free text for the daemon, one word for SDK and console (agent-strategy.md section 2, dify-api.md section 2.4). */
export const strategyFeatures = field(
  z.array(feature).optional(),
  { title: 'Features', description: 'What the Agent node offers besides the parameters.', widget: 'tags', choices },
  { go: 'texts', sdk: 'list', noNull: ['G5'] },
)
