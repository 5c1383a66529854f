import { z } from 'zod'
import type { DocumentType } from '../../document'
import { credentialList } from '../../schema/credential'
import { field } from '../../schema/field'
import { fileRef, fileRefs, valueAt } from '../../schema/file-reference'
import { endpointSchema } from './endpoint'
import { endpointGroupStarter } from './starter'

const schema = z.looseObject({
  settings: credentialList(
    'setting',
    {
      title: 'Settings',
      description:
        'What people fill in when they set the endpoints up: a shared secret, an app to call. Your Python gets them as "settings".',
    },
    { required: ['G6'], noNull: ['G5', 'G6'], add: [], checks: ['endpoint-settings'] },
  ),
  endpoints: field(
    z
      .array(
        z.union([
          field(
            z.string(),
            { title: 'Endpoint file', description: 'Path of an endpoint.', mono: true },
            { sdk: 'text', noNull: ['G1', 'G5'], notEmpty: ['G1', 'G5'] },
          ),
          endpointSchema,
        ]),
      )
      .optional(),
    { title: 'Endpoints', description: 'The endpoints of this group, one file each.', widget: 'strings' },
    { go: 'items', sdk: 'list', noNull: ['G5'], checks: ['endpoint-items'] },
  ),
})

/** A group of endpoints with common settings: `pkg/entities/plugin_entities/endpoint_declaration.go: EndpointProviderDeclaration`. */
export const endpointGroup: DocumentType = {
  id: 'endpoint.group',
  title: 'Endpoint group',
  icon: 'webhook',
  schema,
  form: [
    { id: 'settings', title: 'Settings', summary: 'What people fill in to set the endpoints up', fields: ['settings'] },
    { id: 'endpoints', title: 'Endpoints', summary: 'One file each', fields: ['endpoints'] },
  ],
  label: () => 'Endpoints',
  items: { at: 'endpoints', type: 'endpoint', noun: 'endpoint', folder: 'endpoints', read: ['settings'] },
  refs: (value) => [...fileRefs(value, ['endpoints'], 'endpoint'), ...inlineSources(value)],
  asks: ['settings'],
  starter: endpointGroupStarter,
}

/** Python files of endpoints that are written inside the group. */
function inlineSources(value: unknown) {
  const list = valueAt(value, ['endpoints'])
  return Array.isArray(list)
    ? list.flatMap((_, index) => fileRef(value, ['endpoints', index, 'extra', 'python', 'source'], 'python'))
    : []
}
