import type { Kind } from '../../kind'
import { createEndpoint } from './create'
import { endpoint } from './endpoint'
import { endpointGroup } from './group'
import { endpointPicture } from './picture'

/** Web addresses: one group with any number of endpoints. */
export const endpointKind: Kind = {
  id: 'endpoint',
  title: 'Endpoints',
  summary: 'Web addresses that answer requests from outside',
  icon: 'webhook',
  docsUrl: 'https://docs.dify.ai/en/develop-plugin/dev-guides-and-walkthroughs/endpoint',
  manifestKey: 'endpoints',
  alone: false,
  picture: endpointPicture,
  signInNotes: {
    none: 'Anybody who knows the address may call it.',
    'api-key': 'Who calls it has to send a key that is set in Dify.',
  },
  permissions: [
    {
      name: 'endpoint',
      keys: ['endpoint.enabled'],
      what: 'endpoints',
      loss: 'nobody can set them up',
      refusal: 'permission denied, you need to enable endpoint access in plugin manifest',
    },
  ],
  root: endpointGroup,
  items: [endpoint],
  starters: [
    {
      id: 'endpoint',
      kind: 'endpoint',
      title: 'Endpoint',
      summary: 'One web address that answers with JSON',
      answers: { credentials: 'none' },
    },
    {
      id: 'endpoint-caller-key',
      kind: 'endpoint',
      title: 'Endpoint with a caller key',
      summary: 'One web address that answers only to those who send its key',
      answers: { credentials: 'api-key' },
    },
    {
      id: 'tool-and-endpoint',
      kind: 'tool',
      title: 'Tool and endpoint',
      summary: 'One tool and one web address in the same plugin',
      answers: { credentials: 'none' },
      kindIds: ['tool', 'endpoint'],
    },
  ],
  create: createEndpoint,
}
