import { z } from 'zod'
import type { DocumentType } from '../../document'
import { credentialList } from '../../schema/credential'
import { field } from '../../schema/field'
import { assetRef, fileRef, fileRefs, textAt } from '../../schema/file-reference'
import { oauthSchema } from '../../schema/oauth-schema'
import { pythonSource } from '../../schema/python-source'
import { datasourceOAuth } from './oauth'
import { providerIdentity } from './provider-identity'
import { factsOf, providerTypes } from './provider-type'
import { datasourceProviderStub } from './provider-stub'
import { datasourceProviderStarter } from './starter'

const schema = z.looseObject({
  identity: providerIdentity,
  provider_type: field(
    z.enum(providerTypes),
    {
      title: 'Type',
      description: 'What its data sources give. It decides which methods your Python has and which variables a node.',
      widget: 'select',
      choices: Object.fromEntries(
        providerTypes.map((type) => [type, { title: factsOf[type].title, description: `${factsOf[type].summary}.` }]),
      ),
    },
    {
      go: 'text',
      sdk: 'text',
      required: ['struct', 'G5', 'G6'],
      words: [
        {
          rule: 'provider-type',
          by: ['struct', 'G5', 'G6'],
          words: [...providerTypes, 'local_file'],
          why: 'Dify knows only these types of data sources',
        },
        {
          rule: 'provider-type',
          by: ['struct', 'G5'],
          words: [],
          only: ['local_file'],
          why: "local files are Dify's own, no plugin may give them, the plugin does not start",
        },
      ],
    },
  ),
  credentials_schema: credentialList(
    'credential',
    {
      title: 'Credentials',
      description: 'What people fill in once to connect: an API key, a server address. Your Python reads them by name.',
    },
    { go: 'list-or-map', noNull: ['G5'] },
  ).optional(),
  credentials_for_provider: field(
    z.unknown().optional(),
    {
      title: 'Credentials of a tool',
      description: 'The form that credentials of tools have. For data sources nobody reads it.',
      widget: 'value',
      onlyWhenPresent: true,
    },
    { dropped: 'Data sources have their credentials as a list under `credentials_schema`; nobody reads these.' },
  ),
  oauth_schema: oauthSchema,
  datasources: field(
    z.array(
      field(
        z.string(),
        { title: 'Data source file', description: 'Path of a data source.', mono: true },
        { sdk: 'text', noNull: ['G1', 'G5'], notEmpty: ['G1', 'G5'] },
      ),
    ),
    { title: 'Data sources', description: 'The data sources of this provider, one file each.', widget: 'strings' },
    { go: 'items', sdk: 'list', noNull: ['G5'], checks: ['datasource-items'] },
  ),
  extra: pythonSource('DatasourceProvider'),
})

/** A data source provider: `datasource_declaration.go: DatasourceProviderDeclaration`, `sdk:datasource_manifest.py`. */
export const datasourceProvider: DocumentType = {
  id: 'datasource.provider',
  title: 'Data source provider',
  icon: 'plug',
  schema,
  form: [
    {
      id: 'identity',
      title: 'Provider',
      summary: 'What it gives and how it is presented',
      fields: [
        'identity.name',
        'identity.label',
        'identity.description',
        'provider_type',
        'identity.icon',
        'identity.tags',
        'identity.author',
      ],
    },
    {
      id: 'credentials',
      title: 'Credentials',
      summary: 'What people fill in to connect',
      fields: ['credentials_schema', 'credentials_for_provider'],
    },
    {
      id: 'oauth',
      title: 'OAuth',
      summary: 'Sign-in at the service',
      fields: ['oauth_schema.client_schema', 'oauth_schema.credentials_schema'],
    },
    { id: 'datasources', title: 'Data sources', summary: 'One file each', fields: ['datasources'] },
    { id: 'code', title: 'Code', fields: ['extra.python.source'] },
  ],
  label: (value) => textAt(value, ['identity', 'name']) ?? 'Provider',
  namePath: 'identity.name',
  items: {
    at: 'datasources',
    type: 'datasource',
    noun: 'data source',
    folder: 'datasources',
    read: ['provider_type', 'credentials_schema', 'oauth_schema.credentials_schema'],
  },
  refs: (value) => [
    ...assetRef(value, ['identity', 'icon']),
    ...fileRefs(value, ['datasources'], 'datasource'),
    ...fileRef(value, ['extra', 'python', 'source'], 'python'),
  ],
  pythonBase: 'DatasourceProvider',
  oauth: {
    at: ['oauth_schema'],
    base: 'DatasourceProvider',
    classes: datasourceOAuth,
  },
  asks: ['credentials_schema', 'oauth_schema.client_schema'],
  starter: datasourceProviderStarter,
  stub: datasourceProviderStub,
}
