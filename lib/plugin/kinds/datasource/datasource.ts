import { z } from 'zod'
import type { DocumentType, Ref } from '../../document'
import { field } from '../../schema/field'
import { assetRef, fileRef, textAt } from '../../schema/file-reference'
import { iconName, identityAuthor, identityLabel } from '../../schema/identity'
import { localized } from '../../schema/localized'
import { pythonSource } from '../../schema/python-source'
import { plainItemName } from '../../schema/written-name'
import { checkDatasource } from './check-datasource'
import { datasourceParameter, datasourceParameterItem } from './parameter'
import { factsOf, providerListing, providerTypeOf } from './provider-type'
import { datasourceStarter } from './starter'
import { datasourceStub } from './stub'

const identity = field(
  z.looseObject({
    author: identityAuthor,
    name: field(
      z.string().regex(/^[a-zA-Z0-9_-]+$/),
      {
        title: 'Name',
        description: 'Technical name of the data source: letters, digits, "_" and "-".',
        example: 'pages',
        mono: true,
      },
      { written: plainItemName, go: 'text', sdk: 'text', required: ['struct', 'G5'], notEmpty: ['struct'] },
    ),
    label: identityLabel('data source', 'Pages'),
    icon: field(
      iconName.optional(),
      {
        title: 'Icon',
        description: 'A picture in the folder _assets. Without one that of the provider is shown.',
        widget: 'icon',
        example: 'icon.svg',
        rare: true,
      },
      { go: 'text', sdk: 'text', noNull: [] },
    ),
  }),
  { title: 'Identity', description: 'What the data source is called.', widget: 'group' },
  { go: 'map', sdk: 'map', required: ['struct', 'G5'] },
)

const schema = z.looseObject({
  identity,
  description: localized(
    {
      title: 'Description',
      description: 'What the data source gives.',
      example: 'Pages of the workspace',
    },
    { required: ['struct', 'G5'] },
  ),
  parameters: field(
    z.array(datasourceParameter),
    {
      title: 'Parameters',
      description: 'What people fill in before it runs. Crawls and lists of pages get them, drives do not.',
      widget: 'list',
      item: datasourceParameterItem,
    },
    {
      go: 'list',
      sdk: 'list',
      required: ['struct'],
      noNull: ['struct'],
      add: [],
      checks: ['parameter-names'],
    },
  ),
  output_schema: field(
    z.looseObject({}).optional(),
    {
      title: 'Output',
      description:
        'Variables that the knowledge pipeline can use, as a JSON Schema with "type: object" and "properties". The names text, files and json belong to Dify.',
      widget: 'schema',
    },
    { go: 'map', sdk: 'map', noNull: ['G5'], textKeys: true, checks: ['output-schema'] },
  ),
  extra: pythonSource("its type's class"),
})

/** A data source: `datasource_declaration.go: DatasourceDeclaration`, `sdk:datasource_manifest.py: DatasourceEntity`. */
export const datasource: DocumentType = {
  id: 'datasource',
  title: 'Data source',
  icon: 'database',
  schema,
  form: [
    {
      id: 'identity',
      title: 'Data source',
      summary: 'How it is presented',
      fields: ['identity.name', 'identity.label', 'description', 'identity.icon', 'identity.author'],
    },
    { id: 'parameters', title: 'Parameters', summary: 'What people fill in', fields: ['parameters'] },
    {
      id: 'output',
      title: 'Output',
      summary: 'Variables that the knowledge pipeline can use',
      fields: ['output_schema'],
    },
    { id: 'code', title: 'Code', fields: ['extra.python.source'] },
  ],
  label: (value) => textAt(value, ['identity', 'name']) ?? 'Data source',
  namePath: 'identity.name',
  refs: (value) => [
    ...assetRef(value, ['identity', 'icon']).map((ref): Ref => ({ ...ref, missing: ['G3'] })),
    ...fileRef(value, ['extra', 'python', 'source'], 'python'),
  ],
  pythonBase: (files, path) => {
    const type = providerTypeOf(providerListing(files, path))
    return type && factsOf[type].base
  },
  pythonReads: { at: 'parameters', variable: 'datasource_parameters', noun: 'parameter' },
  starter: datasourceStarter,
  stub: datasourceStub,
  check: checkDatasource,
}
