import { z } from 'zod'
import { field } from '../../schema/field'

/** Variables that a strategy sets: Dify has them from the daemon, the SDK does not read them (agent-strategy.md section 2). */
export const strategyOutput = field(
  z.looseObject({}).optional(),
  {
    title: 'Output',
    description:
      'Variables that a workflow can use after the Agent node, as a JSON Schema with "type: object" and "properties". The names text, files, json and usage belong to Dify.',
    widget: 'schema',
  },
  { go: 'map', noNull: [], storable: true, checks: ['output-schema'] },
)
