import { describe, expect, it } from 'vitest'
import { removeFile, textOf, writeFile } from '../files'
import { changed, repaired, saidOf, samplePlugin } from './sample-plugin'

const manifest = 'manifest.yaml'
const provider = 'provider/weather.yaml'
const tool = 'tools/forecast.yaml'
const group = 'group/weather.yaml'
const endpoint = 'endpoints/ping.yaml'

/** file, text, its replacement, what is said, and a line of the repaired file where there is a fix. */
type Row = [file: string, from: string, to: string, said: string[], fixed?: string]

const rows: Record<string, Row[]> = {
  'the identity': [
    [manifest, 'author: acme', 'author: Acme', ['error author G3,G4 manifest.yaml:3:9'], 'author: acme'],
    [manifest, 'author: acme', 'author: "Ac me"', ['error author G3,G4,G5,G6 manifest.yaml:3:9'], 'author: "ac_me"'],
    [manifest, 'author: acme\n', '', ['error missing G3,G4,G5,G6 manifest.yaml:1:1']],
    [manifest, 'author: acme', 'author:', ['error empty G3,G4,G6 manifest.yaml:3:1']],
    [
      manifest,
      'author: acme',
      `author: ${'a'.repeat(65)}`,
      ['error author G2,G3,G4,G5,G6 manifest.yaml:3:9'],
      `author: ${'a'.repeat(64)}`,
    ],
    [manifest, 'author: acme', 'author: 6f1c2d3e4f5061728394a5b6c7d8e9f0', ['error author-uuid G3 manifest.yaml:3:9']],
    [manifest, 'author: acme', 'author: dify-fans', ['publish author-reserved - manifest.yaml:3:9']],
    [
      manifest,
      'name: weather',
      'name: My Weather',
      ['error plugin-name G3,G4,G5,G6 manifest.yaml:4:7'],
      'name: my_weather',
    ],
    [manifest, 'name: weather\n', '', ['error missing G2,G3,G4,G5,G6 manifest.yaml:1:1']],
    [manifest, 'version: 0.0.1', 'version: v0.0.1', ['error version G2,G3,G4 manifest.yaml:1:10'], 'version: "0.0.1"'],
    [manifest, 'version: 0.0.1', 'version: 0.0.1-foo', ['error version G5,G6 manifest.yaml:1:10']],
    [manifest, 'version: 0.0.1', 'version: "1.0"', ['error version G2,G4 manifest.yaml:1:10'], 'version: "1.0.0"'],
    [manifest, 'type: plugin', 'type: bundle', ['error manifest-type G2,G4,G5 manifest.yaml:2:7'], 'type: plugin'],
  ],
  'YAML types': [
    [manifest, 'version: "3.12"', 'version: 3.12', ['error yaml-type G5 manifest.yaml:36:14'], '    version: "3.12"'],
    [
      manifest,
      'memory: 268435456',
      'memory: "268435456"',
      ['error yaml-type G1 manifest.yaml:17:11'],
      '  memory: 268435456',
    ],
    [manifest, 'memory: 268435456', 'memory: 256MB', ['error yaml-type G1,G5 manifest.yaml:17:11']],
    [manifest, 'memory: 268435456', 'memory: 1.5', ['error yaml-type G5 manifest.yaml:17:11'], '  memory: 1'],
    [manifest, 'memory: 268435456', 'memory: 1e9', ['error yaml-type G5 manifest.yaml:17:11'], '  memory: 1000000000'],
    [manifest, 'memory: 268435456', 'memory: 0', ['error empty G2,G4 manifest.yaml:17:11'], '  memory: 268435456'],
    [
      manifest,
      '      enabled: true\n    storage',
      '      enabled: "true"\n    storage',
      ['error yaml-type G1 manifest.yaml:20:16'],
      '      enabled: true',
    ],
    [manifest, 'label:\n  en_US: Weather', 'label: Weather', ['error yaml-type G1,G5 manifest.yaml:5:8']],
    [manifest, 'en_US: Weather', 'en_US: 5', ['error yaml-type G5 manifest.yaml:6:10'], '  en_US: "5"'],
    [manifest, 'en_US: Weather', 'en_US: ""', ['error empty G2,G4 manifest.yaml:6:10']],
    [manifest, '\n  en_US: Weather', '\n  zh_Hans: Weather', ['error missing G2,G4,G5 manifest.yaml:5:1']],
    [manifest, 'en_US: Weather', `en_US: ${'w'.repeat(1024)}`, ['error too-long G2,G4 manifest.yaml:6:10']],
    [manifest, 'tags:\n  - weather', 'tags: weather', ['error yaml-type G1 manifest.yaml:10:7']],
    [manifest, '  - weather', '  - nature', ['error tag G2,G4 manifest.yaml:11:5']],
    [tool, 'required: true', 'required: "yes"', []],
    [
      tool,
      'required: true',
      'required: yes',
      ['advice yaml-reading - tools/forecast.yaml:13:15'],
      '    required: true',
    ],
    [tool, 'required: true', 'min: 0755', ['advice yaml-reading - tools/forecast.yaml:13:10'], '    min: 493'],
    [
      tool,
      '- value: metric',
      '- value: 1:30',
      ['advice yaml-reading - tools/forecast.yaml:29:16', 'advice default-option - tools/forecast.yaml:23:14'],
      '      - value: "1:30"',
    ],
    [manifest, 'author: acme', 'author: 1e9', ['advice yaml-reading - manifest.yaml:3:9'], 'author: "1e9"'],
    [tool, 'required: true', 'required: maybe', ['error yaml-type G1,G5 tools/forecast.yaml:13:15']],
    [
      tool,
      '  llm: Returns',
      '  llm: 2025-01-15\n  # ',
      ['error yaml-type G5 tools/forecast.yaml:9:8'],
      '  llm: "2025-01-15"',
    ],
  ],
  created_at: [
    [manifest, '2025-01-15T09:00:00Z', '2025-01-15', []],
    [manifest, '2025-01-15T09:00:00Z', '2025-01-15 09:00:00', []],
    [manifest, '2025-01-15T09:00:00Z', '2025-01-15T09:00:00', ['error yaml-type G1 manifest.yaml:12:13']],
    [manifest, '2025-01-15T09:00:00Z', '2025-01-15 09:00:00+08:00', ['error yaml-type G1 manifest.yaml:12:13']],
    [manifest, '2025-01-15T09:00:00Z', '"2025-01-15"', ['error yaml-type G1 manifest.yaml:12:13']],
    [manifest, '2025-01-15T09:00:00Z', '"2025-01-15T09:00:00.5+08:00"', []],
    [manifest, '2025-01-15T09:00:00Z', '"2025-01-15T9:00:00Z"', ['error yaml-type G5 manifest.yaml:12:13']],
    [manifest, '2025-01-15T09:00:00Z', '"2025-01-15T09:00:00+24:00"', ['error not-storable G3 manifest.yaml:12:13']],
    [manifest, '2025-01-15T09:00:00Z', '0001-01-01T00:00:00Z', ['error empty G2,G4 manifest.yaml:12:13']],
    [manifest, 'created_at: 2025-01-15T09:00:00Z\n', '', ['error missing G2,G4,G5 manifest.yaml:1:1']],
  ],
  'resources, runner and repository': [
    [manifest, '      size: 1048576\n', '', ['error missing G2,G4,G6 manifest.yaml:21:5'], '      size: 1048576'],
    [manifest, 'size: 1048576', 'size: 10', ['error out-of-range G2,G4,G5,G6 manifest.yaml:23:13'], '      size: 1024'],
    [manifest, 'size: 1048576', 'size: -5', ['error yaml-type G1 manifest.yaml:23:13']],
    [manifest, '    - arm64', '    - riscv', ['error arch G2,G4,G5 manifest.yaml:33:7']],
    [manifest, '  arch:\n    - amd64\n    - arm64\n', '', ['error missing G2,G4,G5 manifest.yaml:29:1'], '  arch:'],
    [
      manifest,
      'language: python',
      'language: go',
      ['error runner-language G2,G4,G5 manifest.yaml:35:15'],
      '    language: python',
    ],
    [
      manifest,
      'version: "3.12"',
      'version: "3.11"',
      ['publish runner-version - manifest.yaml:36:14'],
      '    version: "3.12"',
    ],
    [
      manifest,
      'entrypoint: main',
      'entrypoint: app',
      ['error entrypoint-missing G5 manifest.yaml:37:17', 'publish runner-entrypoint - manifest.yaml:37:17'],
    ],
    [
      manifest,
      'repo: https://github.com/acme/weather',
      'repo: github.com/acme/weather',
      ['error repo G2,G4 manifest.yaml:14:7', 'publish repo-host - manifest.yaml:14:7'],
      'repo: https://github.com/acme/weather',
    ],
    [
      manifest,
      'repo: https://github.com/acme/weather',
      'repo: ""',
      ['error repo G2,G4 manifest.yaml:14:7', 'publish repo-missing - manifest.yaml:14:7'],
    ],
    [
      manifest,
      'minimum_dify_version: 1.7.1',
      'minimum_dify_version: ""',
      ['error minimum-dify-version G5,G6 manifest.yaml:38:25'],
    ],
    [
      manifest,
      'minimum_dify_version: 1.7.1',
      'minimum_dify_version: latest',
      ['error minimum-dify-version G5,G6 manifest.yaml:38:25'],
    ],
    [
      manifest,
      'minimum_dify_version: 1.7.1',
      'minimum_dify_version: v1.7.1',
      ['error minimum-dify-version-form G6 manifest.yaml:38:25'],
      '  minimum_dify_version: "1.7.1"',
    ],
    [manifest, 'minimum_dify_version: 1.7.1', 'minimum_dify_version: v1.10.0', []],
    [manifest, '  minimum_dify_version: 1.7.1\n', '', ['advice minimum-recommended - manifest.yaml:29:1']],
  ],
  'credentials and settings': [
    [provider, 'type: secret-input', 'type: password', ['error credential-type G4,G5,G6 provider/weather.yaml:11:11']],
    [
      provider,
      'type: secret-input',
      'type: Secret-Input',
      ['error credential-type G4,G5,G6 provider/weather.yaml:11:11'],
      '    type: secret-input',
    ],
    [provider, '    label:\n      en_US: API key\n', '', ['error missing G4,G5 provider/weather.yaml:10:3']],
    [
      provider,
      'type: secret-input',
      'type: model-selector\n    scope: llm&vision',
      ['error scope G6 provider/weather.yaml:12:12'],
    ],
    [
      provider,
      'type: secret-input',
      'type: model-selector\n    scope: all',
      ['advice scope G4 provider/weather.yaml:12:12'],
    ],
    [
      provider,
      'type: secret-input',
      'type: secret-input\n    scope: llm',
      ['advice scope G4 provider/weather.yaml:12:12'],
    ],
    [provider, 'required: true', 'default: [a]', ['error credential-default G4,G6 provider/weather.yaml:12:14']],
    [
      provider,
      'required: true',
      'default: 2025-01-15',
      ['error credential-default G4,G5 provider/weather.yaml:12:14'],
      '    default: "2025-01-15"',
    ],
    [provider, 'required: true', 'default: 0.5', ['error credential-default-release G6 provider/weather.yaml:12:14']],
    [provider, 'type: secret-input', 'type: select', ['advice select-options - provider/weather.yaml:10:3']],
    [
      provider,
      'credentials_for_provider:\n  api_key:',
      'credentials_for_provider:\n  - name: api_key\n    ',
      ['error yaml-type G5 provider/weather.yaml:10:3'],
    ],
    [
      provider,
      'credentials_for_provider:',
      'credentials_schema:',
      ['advice credentials-list - provider/weather.yaml:10:3'],
    ],
    [
      provider,
      'tools:\n',
      'oauth_schema:\n  client_schema: []\ntools:\n',
      ['error missing G6 provider/weather.yaml:15:1'],
      '  credentials_schema: []',
    ],
    [
      group,
      'settings:\n  - name: secret\n    type: secret-input\n    label:\n      en_US: Secret\n',
      '',
      ['error missing G6 group/weather.yaml:1:1'],
      'settings: []',
    ],
    [
      group,
      'settings:\n  - name: secret\n    type: secret-input\n    label:\n      en_US: Secret\n',
      'settings:\n',
      ['error empty G5,G6 group/weather.yaml:1:1'],
      'settings: []',
    ],
    [group, '  - name: secret\n', '  - name: 5\n', ['error yaml-type G5 group/weather.yaml:2:11'], '  - name: "5"'],
  ],
  'providers, tools and parameters': [
    [
      provider,
      '  name: weather',
      '  name: Weather',
      ['error provider-name-lower G6 provider/weather.yaml:3:9'],
      '  name: weather',
    ],
    [
      provider,
      '  name: weather',
      '  name: my weather',
      ['advice provider-name G4 provider/weather.yaml:3:9'],
      '  name: my_weather',
    ],
    [
      provider,
      '  icon: icon.svg',
      '  icon: icon.svg\n  tags: [agent]',
      ['error tool-tag G5,G6 provider/weather.yaml:9:10'],
    ],
    [
      provider,
      '  icon: icon.svg',
      '  icon: icon.svg\n  tags: [rag]',
      ['error tag-release G6 provider/weather.yaml:9:10'],
    ],
    [
      provider,
      '  - tools/forecast.yaml',
      '  - {identity: {name: x}}',
      ['error yaml-type G5 provider/weather.yaml:16:5'],
    ],
    [
      tool,
      '  name: forecast',
      '  name: fore cast',
      ['advice item-name G4 tools/forecast.yaml:3:9'],
      '  name: fore_cast',
    ],
    [tool, 'form: llm', 'form: model', ['error parameter-form G4,G5,G6 tools/forecast.yaml:14:11']],
    [tool, 'type: string', 'type: text', ['error parameter-type G4,G5,G6 tools/forecast.yaml:12:11']],
    [
      tool,
      'type: string',
      'type: date',
      ['error parameter-type-release G6 tools/forecast.yaml:12:11', 'advice sdk-too-old - requirements.txt:1:1'],
    ],
    [tool, 'type: string', 'type: array', []],
    [tool, 'type: string', 'type: checkbox', ['error parameter-type-release G6 tools/forecast.yaml:12:11']],
    [
      tool,
      'required: true',
      'multiple: true',
      [
        'error multiple-type G5,G6 tools/forecast.yaml:13:15',
        'advice feature-minimum - tools/forecast.yaml:13:15',
        'advice sdk-too-old - requirements.txt:1:1',
      ],
    ],
    [
      tool,
      'default: metric',
      'default: metric\n    multiple: true',
      [
        'error multiple-default G5,G6 tools/forecast.yaml:23:14',
        'advice feature-minimum - tools/forecast.yaml:24:15',
        'advice sdk-too-old - requirements.txt:1:1',
      ],
    ],
    [tool, 'default: metric', 'default: imperial', ['advice default-option - tools/forecast.yaml:23:14']],
    [
      tool,
      '- value: metric',
      '- value: ""',
      ['advice empty G4 tools/forecast.yaml:29:16', 'advice default-option - tools/forecast.yaml:23:14'],
    ],
    [tool, 'name: forecast', 'name: provider', ['advice item-name-provider - tools/forecast.yaml:3:9']],
    [
      tool,
      'type: string',
      'type: model-selector\n    scope: vision & tool-call',
      ['advice scope-type - tools/forecast.yaml:13:12', 'advice llm-type - tools/forecast.yaml:15:11'],
      '    scope: llm&vision&tool-call',
    ],
    [
      provider,
      'type: secret-input',
      'type: model-selector\n    scope: vision',
      ['advice scope-type - provider/weather.yaml:12:12'],
      '    scope: llm',
    ],
    [tool, 'type: string', 'type: string\n    scope: llm', ['advice scope G4 tools/forecast.yaml:13:12']],
    [
      tool,
      'type: string',
      'type: model-selector\n    scope: llm&foo',
      ['advice scope-word - tools/forecast.yaml:13:12', 'advice llm-type - tools/forecast.yaml:15:11'],
    ],
    [tool, '    llm_description: Name of the city.\n', '', ['advice llm-description - tools/forecast.yaml:11:5']],
    [tool, 'required: true', 'min: 5\n    max: 2', ['advice min-max - tools/forecast.yaml:13:10']],
    [tool, 'name: units', 'name: city', ['advice repeated-name - tools/forecast.yaml:20:5']],
    [tool, '    temperature:', '    text:', ['advice reserved-output - tools/forecast.yaml:35:5']],
    [tool, 'type: number', 'default: .nan', ['error not-storable G3 tools/forecast.yaml:33:3']],
    [tool, 'required: true', 'default: 2025-01-15', ['error yaml-type G5 tools/forecast.yaml:13:14']],
    [
      tool,
      'required: true',
      'default: {1: a}',
      ['error not-storable G3,G5 tools/forecast.yaml:13:14', 'error default-release G6 tools/forecast.yaml:13:14'],
    ],
    [
      tool,
      '    required: true',
      '    required: true\n    placeholder: x',
      ['advice unknown-key - tools/forecast.yaml:14:5'],
    ],
  ],
  endpoints: [
    [group, '  - endpoints/ping.yaml', '  -', ['error empty G1,G5 group/weather.yaml:7:3']],
    [tool, 'type: number', 'type: number\n      type: string', ['error duplicate-key G1 tools/forecast.yaml:33:3']],
    [endpoint, 'method: GET', 'method: get', ['advice endpoint-method G4 endpoints/ping.yaml:2:9'], 'method: GET'],
    [endpoint, 'method: GET', 'method: PATCH', ['advice endpoint-method G4 endpoints/ping.yaml:2:9']],
    [endpoint, 'path: /ping', 'path: ping', ['error endpoint-path G5 endpoints/ping.yaml:1:7']],
    [endpoint, '<name>', '<name', ['error endpoint-path G5 endpoints/ping.yaml:1:7']],
    [endpoint, '<name>', '<number:name>', ['error endpoint-path G5 endpoints/ping.yaml:1:7']],
    [endpoint, '<name>', '<int(min=1):name>', []],
    [
      manifest,
      '      enabled: true\n    storage',
      '      enabled: false\n    storage',
      ['advice endpoint-permission - manifest.yaml:20:16'],
      '      enabled: true',
    ],
  ],
}

describe('the rules of fields', () => {
  it('have nothing against the sample', () => {
    expect(saidOf(samplePlugin)).toEqual([])
  })

  for (const [subject, cases] of Object.entries(rows)) {
    for (const [file, from, to, said, fixed] of cases) {
      it(`judge ${subject}: ${JSON.stringify(to.slice(0, 60) || `without ${from.trim().slice(0, 40)}`)}`, () => {
        const files = changed(file, from, to)
        expect([...saidOf(files)].sort()).toEqual([...said].sort())
        if (fixed === undefined) return
        const rule = said[0]?.split(' ')[1] ?? ''
        expect(repaired(files, rule, file)?.split('\n')).toContain(fixed)
      })
    }
  }
})

describe('the text of a document', () => {
  const cases: Record<string, [string, string[]]> = {
    'a key twice': [`${textOf(samplePlugin, endpoint)}path: /x\n`, ['error duplicate-key G1 endpoints/ping.yaml:6:1']],
    'a key twice where nobody reads': [
      'path: /a\nmethod: GET\nx: {a: 1, a: 2}\nextra: {python: {source: endpoints/ping.py}}\n',
      ['advice unknown-key - endpoints/ping.yaml:3:1', 'advice yaml-strict - endpoints/ping.yaml:3:11'],
    ],
    'a second document': [
      `${textOf(samplePlugin, endpoint)}---\na: 1\n`,
      ['error yaml-documents G5 endpoints/ping.yaml:6:1'],
    ],
    'a tab before text': [
      'path:\t/a\nmethod: GET\nextra: {python: {source: endpoints/ping.py}}\n',
      ['error yaml-syntax G5 endpoints/ping.yaml:1:6'],
    ],
    'a tab as indentation': [
      'path: /a\nmethod: GET\nextra:\n\tpython: {source: endpoints/ping.py}\n',
      ['error yaml-syntax G1,G5 endpoints/ping.yaml:4:1'],
    ],
    'an unknown alias': [
      'path: /a\nmethod: *none\nextra: {python: {source: endpoints/ping.py}}\n',
      ['error yaml-syntax G1,G5 endpoints/ping.yaml:2:9'],
    ],
    'JSON escapes': [
      'path: "\\/a"\nmethod: GET\nextra: {python: {source: endpoints/ping.py}}\n',
      ['error yaml-syntax G1 endpoints/ping.yaml:1:8'],
    ],
    'a control character': [
      'path: /a\u0007\nmethod: GET\nextra: {python: {source: endpoints/ping.py}}\n',
      ['error yaml-control G1,G5 endpoints/ping.yaml:1:9'],
    ],
    'a tag of its own': [
      'path: !path /a\nmethod: GET\nextra: {python: {source: endpoints/ping.py}}\n',
      ['error yaml-tag G5 endpoints/ping.yaml:1:13'],
    ],
    'a date that does not exist': [
      'path: /a\nmethod: GET\nx: 2025-02-30\nextra: {python: {source: endpoints/ping.py}}\n',
      ['error yaml-date G5 endpoints/ping.yaml:3:4', 'advice unknown-key - endpoints/ping.yaml:3:1'],
    ],
    nothing: ['# nothing\n', ['error empty-document G5 endpoints/ping.yaml:1:1']],
    'a list': ['- a\n', ['error yaml-type G1,G5 endpoints/ping.yaml:1:1']],
    'a byte order mark and CRLF': [`\uFEFF${textOf(samplePlugin, endpoint)?.replaceAll('\n', '\r\n')}`, []],
    'lines that end as only Dify sees them': [
      (textOf(samplePlugin, endpoint) ?? '').replace('\nmethod', '\u2028method').replace('\n  python', '\r  python'),
      ['advice yaml-strict - endpoints/ping.yaml:1:7'],
    ],
    'text that goes on less indented': [
      'path: "/a\n/b"\nmethod: GET\nextra: {python: {source: endpoints/ping.py}}\n',
      ['advice yaml-strict - endpoints/ping.yaml:1:10'],
    ],
  }
  for (const [name, [text, said]] of Object.entries(cases)) {
    it(`is judged: ${name}`, () => {
      expect([...saidOf(writeFile(samplePlugin, endpoint, text))].sort()).toEqual([...said].sort())
    })
  }

  it('may be UTF-16 for the daemon, not for the SDK', () => {
    const text = textOf(samplePlugin, endpoint) ?? ''
    const bytes = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(text, (character) => character.charCodeAt(0)).buffer),
    ])
    expect(saidOf(writeFile(samplePlugin, endpoint, bytes))).toEqual(['error yaml-encoding G5 endpoints/ping.yaml:1:1'])
  })

  it('must be text', () => {
    expect(saidOf(writeFile(samplePlugin, manifest, new Uint8Array([0xff, 0x00, 0x80])))).toEqual([
      'error yaml-encoding G1,G5 manifest.yaml:1:1',
    ])
  })
})

it('says one thing of a plugin without a manifest', () => {
  expect(saidOf(removeFile(samplePlugin, manifest))).toEqual(['error manifest-missing G1,G5 manifest.yaml:1:1'])
})
