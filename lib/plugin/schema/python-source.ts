import { z } from 'zod'
import { field } from './field'

/** `extra.python.source`: the daemon does not read it, the SDK imports it (sdk.md section c). */
export function pythonSource(base: string) {
  return field(
    z.looseObject({
      python: field(
        z.looseObject({
          source: field(
            z.string().min(1),
            {
              title: 'Python file',
              description: `The file with the one class derived from ${base} that does the work.`,
              widget: 'file',
              mono: true,
            },
            { sdk: 'text', required: ['G5'], notEmpty: ['G5'] },
          ),
        }),
        { title: 'Python', description: 'Where the code stands.', widget: 'group' },
        { sdk: 'map', required: ['G5'] },
      ),
    }),
    { title: 'Code', description: 'Where the code stands.', widget: 'group' },
    { sdk: 'map', required: ['G5'] },
  )
}
