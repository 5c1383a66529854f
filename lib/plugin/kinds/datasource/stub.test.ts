import fc from 'fast-check'
import { stringify } from 'yaml'
import { describe, expect, it } from 'vitest'
import type { Files } from '../../files'
import { formatPython, lintPython } from '../../python/test-ruff'
import { datasourceProviderStub } from './provider-stub'
import { providerTypes } from './provider-type'
import { datasourceStub } from './stub'

const provider = (text: string) => `${text}datasources:\n  - datasources/a.yaml\n`

function filesOf(datasource: string, providerText: string): Files {
  return new Map([
    ['manifest.yaml', 'plugins:\n  datasources:\n    - provider/docs.yaml\n'],
    ['provider/docs.yaml', providerText],
    ['datasources/a.yaml', datasource],
  ])
}

function sound(python: string): string {
  expect(lintPython(python)).toEqual([])
  expect(formatPython(python)).toBe(python)
  return python
}

const stubOf = (datasource: string, providerText: string) =>
  sound(datasourceStub(filesOf(datasource, provider(providerText)), 'datasources/a.yaml'))

const key = 'credentials_schema:\n  - {name: api_key, type: secret-input, required: true, label: {en_US: API key}}\n'
const oauth =
  'oauth_schema:\n  client_schema: []\n  credentials_schema:\n    - {name: access_token, type: secret-input}\n    - {name: refresh_token, type: secret-input}\n'

describe('datasourceStub', () => {
  it('crawls until the limit, and gives the pages with the last message', () => {
    const parameters =
      'parameters:\n  - {name: url, type: string, required: true, label: {en_US: URL}}\n  - {name: max_pages, type: number}\n'
    expect(stubOf(parameters, `provider_type: website_crawl\n${key}`)).toContain(`
        pages: list[WebSiteInfoDetail] = []
        yield self._progress("processing", pages)
        for page in self._crawl(url, max_pages, api_key):
            pages.append(page)
            yield self._progress("processing", pages)
            if max_pages is not None and len(pages) >= max_pages:
                break
        yield self._progress("completed", pages)
`)
  })

  it('sends one variable for each property of the output, the content always among them', () => {
    const schema =
      'output_schema:\n  properties:\n    page_id: {type: string}\n    words: {type: integer}\n    text: {}\n'
    expect(stubOf(schema, 'provider_type: online_document\n')).toContain(`
        content = self._read_page(page.page_id)
        yield self.create_variable_message("page_id", page.page_id)
        yield self.create_variable_message("words", 0)
        yield self.create_variable_message("content", content)
`)
  })

  it('sends a file with its name and type, and refuses one that is too large', () => {
    expect(stubOf('parameters: []\n', `provider_type: online_drive\n${key}`)).toContain(`
        name, content = self._fetch_file(request.bucket, request.id, api_key)
        if len(content) > LARGEST_FILE:
            raise ValueError(f"{name} has {len(content)} bytes, at most {LARGEST_FILE} are sent.")
        mime_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
        yield self.create_blob_message(content, {"file_name": name, "mime_type": mime_type})
`)
  })

  it('takes no credential for certain where there are two ways to sign in, and leaves the refresh token to Dify', () => {
    const python = stubOf('parameters: []\n', `provider_type: online_drive\n${key}${oauth}`)
    expect(python).toContain('api_key: str | None = self.runtime.credentials.get("api_key")')
    expect(python).toContain('access_token: str | None = self.runtime.credentials.get("access_token")')
    expect(python).not.toContain('refresh_token')
  })

  it('becomes a crawl where the provider names no type', () => {
    expect(stubOf('', '')).toContain('(WebsiteCrawlDatasource):')
    expect(stubOf('[', 'provider_type: local_file\n')).toContain('(WebsiteCrawlDatasource):')
  })
})

describe('datasourceProviderStub', () => {
  const stub = (text: string) => sound(datasourceProviderStub(filesOf('', text), 'provider/docs.yaml'))

  it('refuses missing credentials with the error that all official data sources use', () => {
    expect(stub(key)).toContain(
      'raise ToolProviderCredentialValidationError("API key is not accepted by the service.")',
    )
    expect(stub(key)).not.toContain('oauth')
  })

  it('reads credentials in the map form too', () => {
    expect(stub('credentials_schema:\n  token: {type: secret-input, required: true}\n')).toContain(
      'token = _required(credentials.get("token"), "token")',
    )
  })

  it('signs people in where there is an OAuth schema', () => {
    const python = stub(oauth)
    expect(python.match(/def _oauth_\w+/g)).toEqual([
      'def _oauth_get_authorization_url',
      'def _oauth_get_credentials',
      'def _oauth_refresh_credentials',
    ])
    expect(python).toContain('# There is nothing to check: people sign in at the service.')
    expect(python.match(/requests\.post\([^)]*timeout=\(5, 15\)/g)).toHaveLength(1)
  })

  it('keeps a token under the name that the schema declares, and refreshes none without a refresh token', () => {
    const python = stub(
      'oauth_schema:\n  client_schema:\n    - {name: app_id, type: text-input}\n    - {name: app_secret, type: secret-input}\n  credentials_schema:\n    - {name: integration_secret, type: secret-input}\n',
    )
    expect(python).toContain('_STORED: dict[str, str] = {"integration_secret": "access_token"}')
    expect(python).toContain('client_id = str(system_credentials.get("app_id") or "")')
    expect(python).toContain('client_secret = str(system_credentials.get("app_secret") or "")')
    expect(python).toContain('return DatasourceOAuthCredentials(credentials=dict(credentials), expires_at=-1)')
  })
})

describe('stubs of any text', () => {
  const text = fc.oneof(
    fc.constantFrom(
      '',
      '"""',
      '\\',
      'a"b',
      '\n',
      'self',
      'page',
      'pages',
      'class',
      'url',
      'limit',
      'DatasourceProvider',
    ),
    fc.string({ unit: 'grapheme', maxLength: 90 }),
    fc.constantFrom('x'.repeat(64), 'y '.repeat(80), 'z'.repeat(1023)),
  )
  const junk = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.array(text, { maxLength: 3 }))
  const mostly = <T>(right: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 8, arbitrary: right }, { weight: 1, arbitrary: junk })
  const field = fc.record(
    {
      name: mostly(text),
      type: mostly(fc.constantFrom('string', 'number', 'boolean', 'select', 'secret-input', 'text-input', 'files')),
      required: mostly(fc.boolean()),
      default: junk,
      label: mostly(fc.record({ en_US: mostly(text) })),
    },
    { requiredKeys: ['name', 'type'] },
  )
  const fields = mostly(fc.array(mostly(field), { maxLength: 4 }))
  const oauthSchema = mostly(fc.record({ client_schema: fields, credentials_schema: fields }))

  it('are clean Python in the form that a formatter keeps', () => {
    fc.assert(
      fc.property(
        fc.record({
          identity: mostly(fc.record({ name: mostly(text) })),
          parameters: fields,
          output_schema: mostly(fc.record({ properties: mostly(fc.dictionary(text, junk, { maxKeys: 4 })) })),
        }),
        fc.record(
          {
            identity: mostly(fc.record({ name: mostly(text) })),
            provider_type: mostly(fc.constantFrom(...providerTypes)),
            credentials_schema: fields,
            oauth_schema: oauthSchema,
            datasources: fc.constant(['datasources/a.yaml']),
          },
          { requiredKeys: ['datasources'] },
        ),
        (datasource, providerValue) => {
          const files = filesOf(stringify(datasource), stringify(providerValue))
          sound(datasourceStub(files, 'datasources/a.yaml'))
          sound(datasourceProviderStub(files, 'provider/docs.yaml'))
        },
      ),
      { numRuns: 200 },
    )
  })
})
