import { documentListing } from '../../python/plugin-documents'
import type { Files } from '../../files'
import { textAt } from '../../schema/file-reference'

/** `pkg/entities/plugin_entities/datasource_declaration.go: DatasourceType`; `local_file` exists only inside Dify. */
export const providerTypes = ['website_crawl', 'online_document', 'online_drive'] as const

export type ProviderType = (typeof providerTypes)[number]

interface ProviderTypeFacts {
  title: string
  /** What it gives, as a sentence. */
  summary: string
  /** The SDK's class, and the module that has it (sdk.md a.9). */
  base: string
  module: string
  /** What the first data source of a fresh plugin is called and says of itself. */
  item: { name: string; description: string }
  /** The variables of a node of this type (datasource.md section 3). */
  outputs: Readonly<Record<string, Readonly<Record<string, string>>>>
}

const interfaces = 'dify_plugin.interfaces.datasource'

const text = (description: string) => ({ type: 'string', description })

/** What the type of a provider decides: the class of its data sources, and the variables that a node of one has. */
export const factsOf: Readonly<Record<ProviderType, ProviderTypeFacts>> = {
  website_crawl: {
    title: 'Website crawl',
    summary: 'Reads the pages of a website',
    base: 'WebsiteCrawlDatasource',
    module: `${interfaces}.website`,
    item: { name: 'crawl', description: 'Reads the pages of a website.' },
    outputs: {
      source_url: text('Address of the page'),
      content: text('Text of the page'),
      title: text('Title of the page'),
      description: text('Description of the page'),
    },
  },
  online_document: {
    title: 'Online document',
    summary: 'Lists the pages of a workspace and reads those that are chosen',
    base: 'OnlineDocumentDatasource',
    module: `${interfaces}.online_document`,
    item: { name: 'pages', description: 'Reads pages of a workspace.' },
    outputs: {
      workspace_id: text('Id of the workspace'),
      page_id: text('Id of the page'),
      content: text('Text of the page'),
    },
  },
  online_drive: {
    title: 'Online drive',
    summary: 'Browses folders and fetches the files that are chosen',
    base: 'OnlineDriveDatasource',
    module: `${interfaces}.online_drive`,
    item: { name: 'files', description: 'Fetches files of a drive.' },
    outputs: { file: { $ref: 'https://dify.ai/schemas/v1/file.json' } },
  },
}

/** The type that a provider names; undefined where it names none that there is. */
export function providerTypeOf(provider: unknown): ProviderType | undefined {
  const type = textAt(provider, ['provider_type'])
  return providerTypes.find((known) => known === type)
}

/** The provider that lists the data source at `path`. */
export function providerListing(files: Files, path: string): unknown {
  return documentListing(files, 'datasources', 'datasources', path)
}
