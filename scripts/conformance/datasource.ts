import { createPlugin } from '@/lib/plugin/create'
import type { Answers } from '@/lib/plugin/kind'
import { setValue } from '@/lib/plugin/edit/values'
import { textOf, writeFile, type Files } from '@/lib/plugin/files'
import { factsOf, providerTypes, type ProviderType } from '@/lib/plugin/kinds/datasource/provider-type'
import { signIns, type SignIn } from '@/lib/plugin/project/sign-in'
import { author, createdAt, key, type Call, type Case } from './calls'

const provider = 'docs'

/** Data sources of every type with every sign-in, names that trip generators, other parameters, and a key that is tried at `upstream`. */
export function datasourceCases(upstream: string): Case[] {
  return [
    ...providerTypes.flatMap((type) => signIns.map((signIn) => freshCase(type, signIn, provider))),
    ...['2-x__y-', 'class', '_', 'n'.repeat(128)].map((name) => freshCase('online_drive', 'api-key', name)),
    manyCase(),
    otherTypeCase(),
    checkedCase(upstream),
  ]
}

function made(answers: Partial<Answers>): Files {
  return createPlugin(['datasource'], { name: provider, author, createdAt, ...answers })
}

const missing = { error: 'ToolProviderCredentialValidationError', message: 'API key is missing.' }

function freshCase(type: ProviderType, credentials: SignIn, name: string): Case {
  const datasource = factsOf[type].item.name
  const given = credentials === 'none' ? {} : credentials === 'oauth' ? { access_token: key } : { api_key: key }
  const plain = { provider: name, datasource, credentials: given }
  return {
    name: `${type}, ${credentials}, called ${name.slice(0, 20)}`,
    files: made({ name, variant: type, credentials }),
    calls: [
      ...callsOf[type](plain),
      ...(credentials === 'api-key' ? callsOf[type]({ ...plain, credentials: {} }, 'API key is missing.') : []),
      validation(name, given, { result: true }),
      ...(credentials === 'api-key'
        ? [validation(name, {}, missing), validation(name, { api_key: ' ' }, missing, 'blank')]
        : []),
    ],
  }
}

interface Plain {
  provider: string
  datasource: string
  credentials: object
}

function ask(plain: Plain, action: string, more: object, expect: Call['expect'], refusal: string | undefined): Call {
  const data = { type: 'datasource', action, ...plain, ...more }
  const refused = { error: 'ValueError', message: refusal }
  return { name: `${action} ${JSON.stringify([plain, more])}`, data, expect: refusal === undefined ? expect : refused }
}

const crawled = (status: string, pages: readonly object[], count: number) => ({
  status,
  web_info_list: pages,
  total: count,
  completed: count,
})

const callsOf: Readonly<Record<ProviderType, (plain: Plain, refusal?: string) => Call[]>> = {
  website_crawl(plain, refusal) {
    const action = 'invoke_website_datasource_get_crawl'
    const sample = {
      source_url: 'https://a.b/',
      content: 'This page is a sample.',
      title: 'Sample page',
      description: '',
    }
    const results = [crawled('processing', [], 0), crawled('processing', [], 1), crawled('completed', [sample], 1)]
    const crawl = (datasource_parameters: object, expect: Call['expect'], refused?: string) =>
      ask(plain, action, { datasource_parameters }, expect, refused)
    return [
      crawl({ url: 'https://a.b/' }, { results }, refusal),
      crawl({ url: 'https://a.b/', limit: '3' }, { results }, refusal),
      crawl({}, {}, 'Start URL is missing.'),
      crawl({ url: 'https://a.b/', limit: 0 }, {}, 'Maximum pages must be at least 1.'),
    ]
  },
  online_document(plain, refusal) {
    const page = { workspace_id: 'w', page_id: 'p', type: 'page' }
    return [
      ask(
        plain,
        'invoke_online_document_datasource_get_pages',
        { datasource_parameters: {} },
        { pages: [['sample', 'Sample page']] },
        refusal,
      ),
      ask(
        plain,
        'invoke_online_document_datasource_get_page_content',
        { page },
        { variables: { workspace_id: 'w', page_id: 'p', content: 'This page is a sample.' } },
        refusal,
      ),
    ]
  },
  online_drive(plain, refusal) {
    const bucket = {
      bucket: null,
      files: [{ id: 'sample.txt', name: 'sample.txt', size: 23, type: 'file' }],
      is_truncated: false,
      next_page_parameters: null,
    }
    return [
      ask(plain, 'invoke_online_drive_browse_files', { request: { prefix: '' } }, { result: [bucket] }, refusal),
      ask(
        plain,
        'invoke_online_drive_download_file',
        { request: { id: 'sample.txt' } },
        { file: ['sample.txt', 'text/plain', 'This file is a sample.\n'] },
        refusal,
      ),
    ]
  },
}

function validation(name: string, credentials: object, expect: Call['expect'], what = 'given'): Call {
  return {
    name: `validation of ${what} ${JSON.stringify(credentials)}`,
    data: { type: 'datasource', action: 'validate_datasource_credentials', provider: name, credentials },
    expect,
  }
}

/** Three data sources of one provider, one of them with every type of parameter. */
function manyCase(): Case {
  const items = { datasource: ['first', 'class', 'provider'] }
  const parameter = (type: string, more: object = {}) => {
    const label = { en_US: `A ${type}` }
    return { name: type.replace('-', '_'), type, required: true, label, description: label, ...more }
  }
  const parameters = [
    ...['string', 'number', 'boolean', 'secret-input'].map((type) => parameter(type)),
    parameter('select', { options: ['a', 'b'].map((value) => ({ value, label: { en_US: value } })) }),
    parameter('number', { name: 'max_results', required: false, default: 1, min: 1 }),
  ]
  const files = changed(made({ items }), 'datasources/first.yaml', ['parameters'], parameters)
  const given = { string: 'x', number: 1, boolean: false, secret_input: 'y', select: 'a' }
  const crawl = (datasource: string, datasource_parameters: object, expect: Call['expect']) =>
    ask(
      { provider, datasource, credentials: {} },
      'invoke_website_datasource_get_crawl',
      { datasource_parameters },
      expect,
      undefined,
    )
  return {
    name: 'three data sources, every type of parameter',
    files,
    calls: [
      crawl('first', given, { statuses: ['processing', 'processing', 'completed'] }),
      crawl('first', { ...given, number: 'many' }, { error: 'ValueError', message: 'A number must be a number.' }),
      crawl('first', { ...given, boolean: null }, { error: 'ValueError', message: 'A boolean is missing.' }),
      ...['class', 'provider_plugin'].map((name) =>
        crawl(name, { url: 'https://a.b/' }, { statuses: ['processing', 'processing', 'completed'] }),
      ),
    ],
  }
}

/** The type of a provider, changed by the editor: the Python of its data sources follows. */
function otherTypeCase(): Case {
  const files = changed(made({}), `provider/${provider}.yaml`, ['provider_type'], 'online_document')
  const plain = { provider, datasource: 'crawl', credentials: {} }
  const page = { workspace_id: 'w', page_id: 'p', type: 'page' }
  return {
    name: 'a crawl that became a list of documents',
    files,
    calls: [
      ask(
        plain,
        'invoke_online_document_datasource_get_page_content',
        { page },
        { variables: { source_url: '', content: 'This page is a sample.', title: '', description: '' } },
        undefined,
      ),
    ],
  }
}

/** With an address to ask, the key is tried there. */
function checkedCase(upstream: string): Case {
  const path = `provider/${provider}.py`
  const files = made({ variant: 'online_drive', credentials: 'api-key-or-oauth' })
  const python = (textOf(files, path) ?? '').replace('CHECK_URL = ""', `CHECK_URL = "${upstream}/me"`)
  const refusal = 'API key is not accepted by the service.'
  return {
    name: 'a data source that tries its key',
    files: writeFile(files, path, python),
    calls: [
      validation(provider, { api_key: key }, { result: true }, 'right'),
      validation(provider, { api_key: 'wrong' }, { error: 'ToolProviderCredentialValidationError', message: refusal }),
    ],
  }
}

function changed(files: Files, file: string, path: readonly string[], value: unknown): Files {
  const edited = setValue(files, file, path, value)
  if (!edited.ok) throw new Error(`${file}: ${edited.reason}`)
  return edited.files
}
