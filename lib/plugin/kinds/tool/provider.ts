import { z } from 'zod'
import type { DocumentType } from '../../document'
import { credentialList, credentialMap } from '../../schema/credential'
import { field } from '../../schema/field'
import { requestInput } from '../../paste/request-input'
import { assetRef, fileRef, fileRefs, textAt } from '../../schema/file-reference'
import { oauthSchema } from '../../schema/oauth-schema'
import { providerIdentity } from '../../schema/provider-identity'
import { pythonSource } from '../../schema/python-source'
import { toolOAuth } from './oauth'
import { toolProviderStarter } from './starter'
import { toolProviderStub } from './stub'

const schema = z.looseObject({
  identity: providerIdentity({
    items: 'tools',
    label: 'Weather',
    description: 'Look up the weather',
    tags: 'Subjects under which the tools are found. Without any, those of the plugin count.',
  }),
  credentials_for_provider: credentialMap('credential', {
    title: 'Credentials',
    description: 'What people fill in once to connect: an API key, a server address. Your Python reads them by name.',
  }).optional(),
  credentials_schema: credentialList(
    'credential',
    {
      title: 'Credentials (list form)',
      description: 'Older form of the credentials. Dify reads it from the package, the SDK does not.',
      onlyWhenPresent: true,
    },
    { go: 'list-or-map', sdk: undefined, checks: ['credentials-schema'] },
  ).optional(),
  oauth_schema: oauthSchema,
  tools: field(
    z.array(
      field(
        z.string(),
        { title: 'Tool file', description: 'Path of a tool.', mono: true },
        { sdk: 'text', noNull: ['G1', 'G5'], notEmpty: ['G1', 'G5'] },
      ),
    ),
    { title: 'Tools', description: 'The tools of this provider, one file each.', widget: 'strings' },
    { go: 'items', sdk: 'list', noNull: ['G5'], checks: ['tool-items'] },
  ),
  extra: pythonSource('ToolProvider'),
})

/** A tool provider: `pkg/entities/plugin_entities/tool_declaration.go: ToolProviderDeclaration`. */
export const toolProvider: DocumentType = {
  id: 'tool.provider',
  title: 'Tool provider',
  icon: 'plug',
  schema,
  form: [
    {
      id: 'identity',
      title: 'Provider',
      summary: 'How its tools are presented',
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
    {
      id: 'credentials',
      title: 'Credentials',
      summary: 'What people fill in to connect',
      fields: ['credentials_for_provider', 'credentials_schema'],
    },
    {
      id: 'oauth',
      title: 'OAuth',
      summary: 'Sign-in at the service',
      fields: ['oauth_schema.client_schema', 'oauth_schema.credentials_schema'],
    },
    { id: 'tools', title: 'Tools', summary: 'One file each, in this order', fields: ['tools'] },
    { id: 'code', title: 'Code', fields: ['extra.python.source'] },
  ],
  label: (value) => textAt(value, ['identity', 'name']) ?? 'Provider',
  namePath: 'identity.name',
  items: {
    at: 'tools',
    type: 'tool',
    noun: 'tool',
    folder: 'tools',
    read: ['credentials_for_provider', 'oauth_schema.credentials_schema'],
    paste: { from: 'a request', inputFor: requestInput },
  },
  refs: (value) => [
    ...assetRef(value, ['identity', 'icon']),
    ...assetRef(value, ['identity', 'icon_dark']),
    ...fileRefs(value, ['tools'], 'tool'),
    ...fileRef(value, ['extra', 'python', 'source'], 'python'),
  ],
  pythonBase: 'ToolProvider',
  oauth: {
    at: ['oauth_schema'],
    base: 'ToolProvider',
    classes: toolOAuth,
  },
  asks: ['credentials_for_provider', 'credentials_schema', 'oauth_schema.client_schema'],
  inheritsTags: { at: 'identity.tags', refused: ['agent', 'trigger'], since: { rag: '1.9.0' } },
  starter: toolProviderStarter,
  stub: toolProviderStub,
}
