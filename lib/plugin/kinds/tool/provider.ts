import { z } from 'zod'
import type { DocumentType } from '../../document'
import { credentialList, credentialMap } from '../../schema/credential'
import { field } from '../../schema/field'
import { assetRef, fileRef, fileRefs, textAt } from '../../schema/file-reference'
import { iconName, identityAuthor, identityLabel, providerName } from '../../schema/identity'
import { localized } from '../../schema/localized'
import { oauthSchema } from '../../schema/oauth-schema'
import { pythonSource } from '../../schema/python-source'
import { pluginTags, tagChoices, toolTags } from '../../schema/words'
import { toolProviderStarter } from './starter'
import { toolProviderStub } from './stub'

const tagRules = [
  { rule: 'tag', by: ['struct', 'G5', 'G6'], words: pluginTags, why: 'Dify knows only these tags' },
  {
    rule: 'tool-tag',
    by: ['G5', 'G6'],
    words: toolTags,
    only: ['agent', 'trigger'],
    why: 'tool providers may not carry the tags agent and trigger',
  },
  {
    rule: 'tag-release',
    by: ['G6'],
    words: [],
    only: ['rag'],
    fixed: '1.9.0',
    why: 'Dify before 1.9.0 does not know this tag',
  },
] as const

const identity = z.looseObject({
  author: identityAuthor,
  name: providerName('provider'),
  label: identityLabel('provider', 'Weather'),
  description: localized(
    { title: 'Description', description: 'What the tools of this provider are for.', example: 'Look up the weather' },
    { required: ['struct', 'G5'] },
  ),
  icon: field(
    iconName,
    {
      title: 'Icon',
      description: 'A picture in the folder _assets, shown in the list of tools.',
      widget: 'icon',
      example: 'icon.svg',
    },
    { go: 'text', sdk: 'text', required: ['struct', 'G5'], notEmpty: ['struct'] },
  ),
  icon_dark: field(
    iconName.optional(),
    { title: 'Icon on dark', description: 'The picture for the dark theme.', widget: 'icon', example: 'icon-dark.svg' },
    { go: 'text', sdk: 'text', noNull: [] },
  ),
  tags: field(
    z
      .array(
        field(
          z.enum(toolTags),
          { title: 'Tag', description: 'A subject.' },
          { go: 'text', sdk: 'text', words: tagRules },
        ),
      )
      .optional(),
    {
      title: 'Tags',
      description: 'Subjects under which the tools are found. Without any, those of the plugin count.',
      widget: 'tags',
      choices: tagChoices,
    },
    { go: 'texts', sdk: 'list', noNull: ['G5'] },
  ),
})

const schema = z.looseObject({
  identity: field(
    identity,
    { title: 'Identity', description: 'What the provider is called.', widget: 'group' },
    { go: 'map', sdk: 'map', required: ['struct', 'G5'] },
  ),
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
    paste: 'a request',
  },
  refs: (value) => [
    ...assetRef(value, ['identity', 'icon']),
    ...assetRef(value, ['identity', 'icon_dark']),
    ...fileRefs(value, ['tools'], 'tool'),
    ...fileRef(value, ['extra', 'python', 'source'], 'python'),
  ],
  pythonBase: 'ToolProvider',
  asks: ['credentials_for_provider', 'credentials_schema', 'oauth_schema.client_schema'],
  inheritsTags: { at: 'identity.tags', refused: ['agent', 'trigger'] },
  starter: toolProviderStarter,
  stub: toolProviderStub,
}
