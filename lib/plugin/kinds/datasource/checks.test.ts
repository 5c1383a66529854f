import { describe, expect, it } from 'vitest'
import { checkPlugin } from '../../check'
import { createPlugin } from '../../create'
import { addItem } from '../../edit/add-item'
import type { Edited } from '../../edit/edited'
import { setValue } from '../../edit/values'
import { textOf, writeFile, type Files } from '../../files'
import { packedFiles } from '../../package/packed-files'

const provider = 'provider/docs.yaml'

function fresh(variant: string, credentials: 'none' | 'api-key' = 'none'): Files {
  return createPlugin(['datasource'], {
    name: 'docs',
    author: 'acme',
    createdAt: '2025-01-01T00:00:00Z',
    variant,
    credentials,
  })
}

/** What is said of a changed plugin beyond what a fresh one is told anyway. */
function saidOf(files: Files, all = fresh('website_crawl')): string[] {
  const known = new Set(checkPlugin(packedFiles(all)).map(({ rule, file }) => `${rule} ${file}`))
  return checkPlugin(packedFiles(files))
    .filter(({ rule, file }) => !known.has(`${rule} ${file}`))
    .map(({ severity, rule, gates }) => `${severity} ${rule} ${gates.join()}`.trim())
}

function changed(path: string, from: string, to: string, files = fresh('website_crawl')): Files {
  const text = textOf(files, path) ?? ''
  expect(text).toContain(from)
  return writeFile(files, path, text.replace(from, to))
}

function filesOf(edited: Edited): Files {
  if (!edited.ok) throw new Error(edited.reason)
  return edited.files
}

const crawl = 'datasources/crawl.yaml'

describe('the check of data sources', () => {
  it.each([
    ['a type that there is not', provider, 'website_crawl', 'local_file', ['error provider-type G4,G5']],
    ['a name with capitals', provider, 'name: docs', 'name: Docs', ['error provider-name-lower G6']],
    ['a name with a dot', provider, 'name: docs', 'name: do.cs', ['error provider-name G6']],
    ['the tag rag', provider, 'provider_type', '  tags: [rag]\nprovider_type', ['error datasource-tag G5']],
    ['the tag agent', provider, 'provider_type', '  tags: [agent]\nprovider_type', ['error datasource-tag G5,G6']],
    ['credentials without any', provider, 'datasources:', 'credentials_schema:\ndatasources:', ['error empty G5']],
    [
      'credentials as a map',
      provider,
      'datasources:',
      'credentials_schema:\n  a: {type: secret-input, label: {en_US: A}}\ndatasources:',
      ['error yaml-type G5'],
    ],
    [
      'credentials of a tool',
      provider,
      'datasources:',
      'credentials_for_provider: {}\ndatasources:',
      ['advice dropped-key'],
    ],
    ['a description for models', crawl, '  en_US: Reads', '  human:\n    en_US: Reads', ['error missing G4,G5']],
    [
      'a file as parameter',
      crawl,
      'type: string\n    required',
      'type: file\n    required',
      ['advice parameter-type G4'],
    ],
    ['an icon', crawl, '  label:', '  icon: none.svg\n  label:', ['error icon-missing G3']],
    ['a scope', crawl, '    precision: 0\n', '    precision: 0\n    scope: llm\n', ['advice scope G4']],
    ['a list as default', crawl, 'default: 10', 'default: [10]', ['error parameter-default G4,G5']],
    ['no options', crawl, '    precision: 0\n', '    precision: 0\n    options:\n', ['error empty G5']],
    ['no output', crawl, 'output_schema:\n', 'output_schema:\nother:\n', ['error empty G5', 'advice output-variables']],
  ] as const)('finds %s', (_what, path, from, to, said) => {
    expect(saidOf(changed(path, from, to))).toEqual(expect.arrayContaining([...said]))
  })

  it('offers an empty list where parameters are missing', () => {
    const files = changed('datasources/pages.yaml', 'parameters: []\n', 'parameters:\n', fresh('online_document'))
    const found = checkPlugin(packedFiles(files)).find(({ rule }) => rule === 'empty')
    expect(found?.gates).toEqual(['G4'])
    expect(textOf(found?.fix?.apply(files) ?? files, 'datasources/pages.yaml')).toContain('parameters: []\n')
  })

  it('offers the variables of the type that the provider changed to', () => {
    const edited = setValue(fresh('website_crawl'), provider, ['provider_type'], 'online_document')
    const files = filesOf(edited)
    expect(textOf(files, 'datasources/crawl.py')).toContain('(OnlineDocumentDatasource)')
    const found = checkPlugin(packedFiles(files)).find(({ rule }) => rule === 'output-variables')
    const repaired = found?.fix?.apply(files) ?? files
    expect(checkPlugin(packedFiles(repaired)).filter(({ rule }) => rule === 'output-variables')).toEqual([])
    expect(textOf(repaired, crawl)).not.toContain('source_url')
  })

  it('says that a drive is handed no parameters', () => {
    const files = changed(
      'datasources/files.yaml',
      'parameters: []\n',
      'parameters:\n  - {name: a, type: string, label: {en_US: A}, description: {en_US: A}}\n',
      fresh('online_drive'),
    )
    expect(saidOf(files, fresh('online_drive'))).toContain('advice drive-parameters')
  })

  it('wants the release of Dify that knows data sources', () => {
    const files = changed('manifest.yaml', '  minimum_dify_version: 1.9.0\n', '')
    const found = checkPlugin(packedFiles(files)).find(({ rule }) => rule === 'kind-release')
    expect(found?.severity).toBe('advice')
    expect(textOf(found?.fix?.apply(files) ?? files, 'manifest.yaml')).toContain('minimum_dify_version: "1.9.0"')
    const older = changed('manifest.yaml', 'minimum_dify_version: 1.9.0', 'minimum_dify_version: 1.8.0')
    expect(saidOf(older)).toContain('error kind-release G6')
  })

  it('names the class of the type where the Python has another base', () => {
    const files = writeFile(fresh('online_drive'), 'datasources/files.py', '# nothing\n')
    const found = checkPlugin(packedFiles(files)).find(({ rule }) => rule === 'python-class')
    expect(found?.message).toContain('OnlineDriveDatasource')
  })

  it('refuses the class of another type', () => {
    const [site, pages] = [fresh('website_crawl'), fresh('online_document')]
    const python = textOf(site, crawl.replace('.yaml', '.py')) ?? ''
    expect(saidOf(writeFile(pages, 'datasources/pages.py', python), pages)).toContain('error python-base G5')
    const both = `${textOf(pages, 'datasources/pages.py')}\n\n${python}`
    expect(saidOf(writeFile(pages, 'datasources/pages.py', both), pages).join()).not.toMatch(/python-(base|class)/)
  })

  it('begins another data source with the variables of the type', () => {
    const added = addItem(fresh('online_document', 'api-key'), provider, 'more')
    const files = filesOf(added)
    expect(textOf(files, 'datasources/more.yaml')).toContain('workspace_id:')
    expect(textOf(files, 'datasources/more.py')).toContain('class MoreDatasource(OnlineDocumentDatasource):')
  })
})
