import { z } from 'zod'
import { field } from '../../schema/field'

/** The models of one type: patterns that fit their files, and a file with their order (model.md section 1). */
export function modelFiles(title: string, description: string) {
  return field(
    z.looseObject({
      predefined: field(
        z
          .array(
            field(
              z.string().min(1),
              { title: 'Pattern', description: 'Fits the files of the models: models/llm/*.yaml.', mono: true },
              { go: 'text', sdk: 'text', noNull: ['G5'], notEmpty: ['G5'], checks: ['model-pattern'] },
            ),
          )
          .optional(),
        {
          title: `${title}: files`,
          description: 'Patterns that fit the files of the models, from the root of the plugin. "*" stops at a slash.',
          widget: 'strings',
        },
        { go: 'items', sdk: 'list', noNull: ['G5'] },
      ),
      position: field(
        z.string().optional(),
        {
          title: `${title}: order`,
          description:
            'A file that lists the names of the models in the order in which Dify shows them; the others follow by path. Dify reads none for embedding models.',
          widget: 'file',
          mono: true,
          rare: true,
          example: 'models/llm/_position.yaml',
        },
        { go: 'text', noNull: [] },
      ),
    }),
    { title, description, widget: 'group' },
    { go: 'map', sdk: 'map', noNull: ['G5'] },
  ).optional()
}
