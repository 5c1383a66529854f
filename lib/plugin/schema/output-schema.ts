import { z } from 'zod'
import { field } from './field'

/** The variables that a tool sets: a JSON Schema (`tool.md` section 5). */
export const outputSchema = field(
  z.looseObject({}).optional(),
  {
    title: 'Output',
    description:
      'Variables that a workflow can use after this tool, as a JSON Schema with "type: object" and "properties". The names text, files and json belong to Dify.',
    widget: 'schema',
  },
  { go: 'map', sdk: 'map', noNull: [], textKeys: true, checks: ['output-schema'] },
)
