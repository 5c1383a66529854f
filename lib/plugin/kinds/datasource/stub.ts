import type { Files } from '../../files'
import { fieldsOfList } from '../../python/fields'
import { call, lay } from '../../python/layout'
import { localsOf, readersOf, usesFiles } from '../../python/locals'
import { importFrom, moduleText } from '../../python/module'
import { className } from '../../python/names'
import { documentAt, nameOf } from '../../python/plugin-documents'
import { readerFunctions } from '../../python/readers'
import { valueAt } from '../../schema/file-reference'
import { crawlParts } from './crawl-stub'
import { credentialsOf } from './credentials'
import { documentParts } from './document-stub'
import { driveParts } from './drive-stub'
import { factsOf, providerListing, providerTypeOf, providerTypes, type ProviderType } from './provider-type'
import type { StubInput, StubParts } from './stub-parts'

const parts: Readonly<Record<ProviderType, (input: StubInput) => StubParts>> = {
  website_crawl: crawlParts,
  online_document: documentParts,
  online_drive: driveParts,
}

/** Names that the code around uses. */
const used = [
  ...['self', 'datasource_parameters', 'request', 'page', 'pages', 'content', 'math'],
  ...[
    'bucket',
    'folder',
    'most',
    'start',
    'files',
    'name',
    'next_page',
    'file_id',
    'page_id',
    'mime_type',
    'mimetypes',
  ],
]

/**
 * Python of the data source at `path`, for the type that its provider names: reads the parameters and the provider's credentials,
 * asks the service (marked places), sends the answer (stubs.md 4.7). What is missing is a ValueError that says so. A function of
 * the files alone; any text gives Python that runs.
 */
export function datasourceStub(files: Files, path: string): string {
  const datasource = documentAt(files, path)
  const provider = providerListing(files, path)
  const type = providerTypeOf(provider) ?? providerTypes[0]
  const { base, module } = factsOf[type]
  const locals = localsOf(
    [
      { fields: fieldsOfList(valueAt(datasource, ['parameters'])), source: 'datasource_parameters' },
      { fields: credentialsOf(provider), source: 'self.runtime.credentials' },
    ],
    used,
  )
  const made = parts[type]({
    parameters: locals.filter(({ source }) => source === 'datasource_parameters'),
    credentials: locals.filter(({ source }) => source !== 'datasource_parameters'),
    outputSchema: valueAt(datasource, ['output_schema']),
  })
  const readers = readerFunctions(readersOf(made.read))
  const any = made.lines.some((line) => /\bAny\b/.test(line)) || readers.functions.some((text) => /\bAny\b/.test(text))
  const imported = ['Any', 'File', 'Generator', 'Iterator', 'Mapping', base, ...made.entities]
  return moduleText({
    doc: `The data source described in ${path}.`,
    standard: [...made.standard, ...(any ? ['from typing import Any'] : []), ...readers.imports],
    sdk: [
      importFrom('dify_plugin.entities.datasource', made.entities),
      ...(usesFiles(made.read) ? ['from dify_plugin.file.file import File'] : []),
      `from ${module} import ${base}`,
    ],
    constants: made.constants,
    body: [
      ...lay(call(`class ${className(nameOf(datasource, path), 'Datasource', imported)}`, [base]), 0, ':'),
      ...made.lines,
    ],
    functions: readers.functions,
  })
}
