import { z } from 'zod'
import type { DocumentType } from '../../document'
import { field } from '../../schema/field'
import { fileRef, textAt } from '../../schema/file-reference'
import { pythonSource } from '../../schema/python-source'
import { endpointMethods } from '../../schema/words'
import { endpointStarter } from './starter'
import { endpointStub } from './stub'

/** `pkg/entities/plugin_entities/endpoint_declaration.go: EndpointDeclaration` (endpoint.md section 2). */
export const endpointSchema = z.looseObject({
  path: field(
    z.string().regex(/^\//),
    {
      title: 'Path',
      description:
        'Address after the one that Dify gives the plugin; begins with "/". Parts in angle brackets arrive as values: /items/<id>, /page/<int:number>, /files/<path:rest>.',
      example: '/items/<id>',
      mono: true,
    },
    {
      go: 'text',
      sdk: 'text',
      required: ['struct', 'G5'],
      notEmpty: ['struct'],
      patterns: [
        {
          rule: 'endpoint-path',
          by: ['G5'],
          pattern: '^/',
          empty: true,
          message: 'Begin the path with "/". The SDK\'s router refuses any other and the plugin does not start.',
        },
      ],
      checks: ['endpoint-path'],
    },
  ),
  method: field(
    z.enum(endpointMethods),
    {
      title: 'Method',
      description:
        'The one HTTP method that this endpoint answers. Another method of the same path is another endpoint.',
      widget: 'select',
    },
    {
      go: 'text',
      sdk: 'text',
      required: ['struct', 'G5'],
      words: [
        {
          rule: 'endpoint-method',
          by: ['struct'],
          words: endpointMethods,
          why: 'the server routes only these six methods, in upper case',
        },
      ],
    },
  ),
  hidden: field(
    z.boolean().optional(),
    {
      title: 'Hidden',
      description: 'Not shown in the list of addresses in Dify; it answers all the same.',
      widget: 'switch',
      absent: false,
      rare: true,
    },
    { go: 'bool', sdk: 'bool', noNull: ['G5'] },
  ),
  extra: pythonSource('Endpoint'),
})

/** An endpoint: one path and one method. */
export const endpoint: DocumentType = {
  id: 'endpoint',
  title: 'Endpoint',
  icon: 'webhook',
  schema: endpointSchema,
  form: [
    { id: 'endpoint', title: 'Endpoint', summary: 'The request it answers', fields: ['path', 'method', 'hidden'] },
    { id: 'code', title: 'Code', fields: ['extra.python.source'] },
  ],
  label: (value) => [textAt(value, ['method']), textAt(value, ['path'])].filter((text) => text).join(' ') || 'Endpoint',
  unique: ['path'],
  refs: (value) => fileRef(value, ['extra', 'python', 'source'], 'python'),
  pythonBase: 'Endpoint',
  starter: endpointStarter,
  stub: endpointStub,
}
