import { describe, expect, it } from 'vitest'
import { checkPlugin } from '../../check'
import { createPlugin } from '../../create'
import { removeFile, textOf, type Files } from '../../files'
import { packedFiles } from '../../package/packed-files'
import { changed } from '../../rules/sample-plugin'

const manifest = 'manifest.yaml'
const provider = 'provider/planner.yaml'
const strategy = 'strategies/plan.yaml'

const fresh = createPlugin(['agent-strategy'], {
  name: 'planner',
  author: 'acme',
  createdAt: '2025-01-15T09:00:00Z',
  items: { 'agent-strategy': ['plan'] },
})

/** Findings that the fresh plugin does not have: "error missing G5 strategies/plan.yaml". */
function newFindings(files: Files): string[] {
  const lines = (found: Files) =>
    checkPlugin(packedFiles(found)).map(({ severity, rule, gates, file }) =>
      [severity, rule, gates.join() || '-', file].join(' '),
    )
  const known = new Set(lines(fresh))
  return lines(files).filter((line) => !known.has(line))
}

const modelType = 'type: model-selector\n    scope: tool-call&llm'
const query = '  - name: query\n    type: string\n'

/** file, text, its replacement, what is said then. */
type Row = [file: string, from: string, to: string, said: string[]]
const rows: Row[] = [
  // The provider.
  [provider, '  name: planner', '  name: Planner', [`error provider-name-lower G6 ${provider}`]],
  [provider, '  description:\n    en_US: Planner for Dify.\n', '', [`error missing G4,G5 ${provider}`]],
  [provider, '  icon: icon.svg', '  icon: other.svg', [`error icon-missing G3 ${provider}`]],
  [provider, '  icon: icon.svg', '  icon: icon.svg\n  tags: [agent]', [`error tool-tag G5,G6 ${provider}`]],
  [provider, '  icon: icon.svg', '  icon: icon.svg\n  tags:', [`error empty G5 ${provider}`]],
  [provider, '  - strategies/plan.yaml', '  - strategies/none.yaml', [`error file-missing G1,G5 ${provider}`]],
  [provider, '  - strategies/plan.yaml', '  - identity: {}', [`error yaml-type G5 ${provider}`]],
  [provider, '\n  - strategies/plan.yaml', ' []', [`advice no-items - ${provider}`]],
  [
    provider,
    'strategies:\n',
    'extra: {python: {source: provider/none.py}}\nstrategies:\n',
    [`advice unread-file - ${provider}`],
  ],
  [provider, 'strategies:\n', 'extra:\nstrategies:\n', []],
  [provider, '  author: acme', '  author: ""', [`advice empty G4 ${provider}`]],
  [provider, '  name: planner\n', '', [`error missing G4,G5 ${provider}`]],
  [provider, '  label:\n    en_US: Planner\n', '', [`error missing G4,G5 ${provider}`]],
  [provider, '  icon: icon.svg\n', '', [`error missing G4,G5 ${provider}`]],
  [provider, '  icon: icon.svg', '  icon: ""', [`advice empty G4 ${provider}`]],
  [provider, '  icon_dark: icon-dark.svg', '  icon_dark: x.svg', [`error icon-missing G3 ${provider}`]],
  [provider, '  icon: icon.svg', '  icon: icon.svg\n  tags: [nature]', [`error tag G4,G5,G6 ${provider}`]],
  [provider, 'strategies:\n  - strategies/plan.yaml\n', '', [`advice no-items - ${provider}`]],
  [provider, 'strategies:\n  - strategies/plan.yaml', 'strategies:', [`error empty G5 ${provider}`]],
  [provider, '- strategies/plan.yaml', '- ""', [`error empty G1,G5 ${provider}`]],
  // The strategy.
  [strategy, '  name: plan', '  name: plan it', [`advice item-name G4 ${strategy}`]],
  [strategy, 'description:\n  en_US: Lets', 'description:\n  zh_Hans: Lets', [`error missing G4,G5 ${strategy}`]],
  [
    strategy,
    'description:\n  en_US: Lets',
    'description:\n  llm: x\n  en_US: Lets',
    [`advice unknown-key - ${strategy}`],
  ],
  [
    strategy,
    '    source: strategies/plan.py',
    '    source: strategies/none.py',
    [`error python-missing G5 ${strategy}`],
  ],
  [strategy, '  - history-messages', '  - streaming', [`error strategy-feature G5,G6 ${strategy}`]],
  [strategy, 'features:\n  - history-messages', 'features:', [`error empty G5 ${strategy}`]],
  [strategy, 'extra:', 'output_schema: [a]\nextra:', [`error yaml-type G1 ${strategy}`]],
  [strategy, 'extra:', 'output_schema: {properties: {text: {}}}\nextra:', [`advice reserved-output - ${strategy}`]],
  [strategy, 'extra:', 'output_schema: {properties: {1: {}}}\nextra:', [`error not-storable G3 ${strategy}`]],
  [strategy, 'extra:', 'output_schema: {1: {}}\nextra:', []],
  [strategy, '  author: acme', '  author: ""', [`advice empty G4 ${strategy}`]],
  [strategy, '  name: plan\n', '', [`error missing G4,G5 ${strategy}`]],
  [strategy, 'extra:\n  python:\n    source: strategies/plan.py\n', '', [`error missing G5 ${strategy}`]],
  [
    strategy,
    '  - history-messages',
    '  - 5',
    [`error strategy-feature G6 ${strategy}`, `error yaml-type G5 ${strategy}`],
  ],
  // Its parameters.
  [strategy, query, '  - name: query\n', [`error missing G4,G5,G6 ${strategy}`]],
  [
    strategy,
    query,
    '  - type: string\n',
    [`error missing G4,G5 ${strategy}`, 'advice python-undeclared - strategies/plan.py'],
  ],
  [
    strategy,
    query,
    query.replace('query', '""'),
    [`advice empty G4 ${strategy}`, 'advice python-undeclared - strategies/plan.py'],
  ],
  [
    strategy,
    query,
    query.replace('query', 'q'.repeat(1024)),
    [
      `advice python-unread - ${strategy}`,
      `advice too-long G4 ${strategy}`,
      'advice python-undeclared - strategies/plan.py',
    ],
  ],
  ...['array', 'object'].map((type): Row => [
    strategy,
    query,
    query.replace('string', type),
    [`error strategy-parameter-type-sdk G4,G6 ${strategy}`],
  ]),
  ...['dynamic-select', 'checkbox', 'date', 'date-range', 'text'].map((type): Row => [
    strategy,
    query,
    query.replace('string', type),
    [`error strategy-parameter-type G4,G5,G6 ${strategy}`],
  ]),
  [strategy, query, `${query}    scope: llm\n`, [`advice scope G4 ${strategy}`]],
  [
    strategy,
    query,
    `${query.replace('string', 'any')}    scope: llm\n`,
    [`advice parameter-type-release G6 ${strategy}`, `advice scope G4 ${strategy}`],
  ],
  [strategy, query, `${query.replace('string', 'app-selector')}    scope: llm\n`, [`advice scope G4 ${strategy}`]],
  [strategy, 'scope: tool-call&llm', `scope: ${'llm&'.repeat(257)}llm`, [`advice too-long G4 ${strategy}`]],
  [
    strategy,
    query,
    `${query.replace('string', 'select')}    options: [{label: {en_US: A}}]\n`,
    [`advice select-options - ${strategy}`, `error missing G4,G5 ${strategy}`],
  ],
  [
    strategy,
    query,
    `${query.replace('string', 'select')}    options: [{value: a, label: {en_US: A}}]\n    default: b\n`,
    [`advice default-option - ${strategy}`],
  ],
  [strategy, query, `${query}    default: {a: 1}\n`, [`error parameter-default G4,G5 ${strategy}`]],
  [strategy, query, `${query}    min: x\n`, [`error yaml-type G1,G5 ${strategy}`]],
  [strategy, query, `${query}    precision: 1.5\n`, [`error yaml-type G5 ${strategy}`]],
  [strategy, query, `${query}    multiple: true\n`, [`advice unknown-key - ${strategy}`]],
  [
    strategy,
    'type: string\n    required: true',
    'type: object\n    required: true',
    [`error strategy-parameter-type-sdk G4,G6 ${strategy}`],
  ],
  [
    strategy,
    'type: string\n    required: true',
    'type: date\n    required: true',
    [`error strategy-parameter-type G4,G5,G6 ${strategy}`],
  ],
  [
    strategy,
    'type: string\n    required: true',
    'type: any\n    scope: array[object]\n    required: true',
    [`advice parameter-type-release G6 ${strategy}`],
  ],
  [strategy, modelType, 'type: model-selector\n    scope: all', [`advice scope G4 ${strategy}`]],
  [strategy, modelType, 'type: model-selector\n    scope: llm&foo', [`advice scope-word - ${strategy}`]],
  [strategy, modelType, 'type: app-selector\n    scope: chat', []],
  [strategy, 'type: array[tools]', 'type: array[tools]\n    scope: llm', [`advice scope G4 ${strategy}`]],
  [strategy, query, `${query}    default: [a]\n`, [`error parameter-default G4,G5 ${strategy}`]],
  [strategy, query, `${query}    default: 2025-01-15\n`, [`error parameter-default G4,G5 ${strategy}`]],
  [strategy, query, `${query}    default: "2025-01-15"\n`, []],
  [strategy, query, `${query}    default: ""\n`, [`advice required-default - ${strategy}`]],
  [strategy, query, '  - name: query\n    type: select\n', [`advice select-options - ${strategy}`]],
  [strategy, 'min: 1', 'min: 99', [`advice min-max - ${strategy}`]],
  [
    strategy,
    '  - name: query',
    '  - name: model',
    [`advice repeated-name - ${strategy}`, 'advice python-undeclared - strategies/plan.py'],
  ],
  [strategy, 'type: prompt_instruction', 'type: magic', [`error auto-generate-type G4,G5,G6 ${strategy}`]],
  [strategy, 'template:\n      enabled: true', 'template: {}', [`error missing G5 ${strategy}`]],
  // The daemon takes an empty help for none, the SDK does not.
  [strategy, query, `${query}    help: {}\n`, [`error missing G5 ${strategy}`]],
  [strategy, query, `${query}    help: {ja_JP: ""}\n`, [`error missing G5 ${strategy}`]],
  [strategy, query, `${query}    help: {en_US: ""}\n`, []],
  [strategy, query, `${query}    help: {en_US: "", ja_JP: x}\n`, [`advice empty G4 ${strategy}`]],
  [
    strategy,
    '    help:\n      en_US: What the',
    '    help:\n      ja_JP: What the',
    [`error missing G4,G5 ${strategy}`],
  ],
  [strategy, query, `${query}    form: llm\n`, [`advice unknown-key - ${strategy}`]],
  // The manifest.
  [manifest, 'llm: true', 'llm: false', [`advice model-permission - ${manifest}`]],
  [manifest, '    tool:\n      enabled: true\n', '', [`advice tool-permission - ${manifest}`]],
  [manifest, '  version: 0.0.2', '  version: 0.0.1', [`advice format-version - ${manifest}`]],
  [manifest, 'plugins:\n', 'plugins:\n  tools: [provider/planner.yaml]\n', [`error combination G3,G4 ${manifest}`]],
]

describe('the check of agent strategies', () => {
  it.each(rows)('in %s, of %j as %j', (file, from, to, said) => {
    const found = newFindings(changed(file, from, to, fresh))
    // A provider of strategies read as one of tools lacks all that tools need; the combination is what counts.
    expect(said[0]?.includes('combination') ? found.filter((line) => line.includes('combination')) : found).toEqual(
      said,
    )
  })

  it('says of a scope what may stand there, and takes away what may not', () => {
    const said = (type: string, scope: string) => {
      const files = changed(strategy, query, `${query.replace('string', type)}    scope: ${scope}\n`, fresh)
      const found = checkPlugin(files).find(({ rule }) => rule === 'scope' || rule === 'scope-word')
      return { message: found?.message, fixed: found?.fix && textOf(found.fix.apply(files), strategy)?.includes(scope) }
    }
    expect(said('model-selector', 'chat')).toEqual({
      message:
        'Write words of llm, text-embedding, rerank, tts, speech2text, moderation, vision, document, tool-call as scope, joined by "&", or remove it: `chat` is refused, remote debugging refuses it.',
      fixed: false,
    })
    expect(said('app-selector', 'llms').message).toContain('Write words of all, chat, workflow, completion as scope')
    expect(said('any', 'file[]').message).toContain('array[object], array[file] as scope')
    expect(said('array[tools]', 'chat')).toEqual({
      message: 'Remove the scope: only selectors have one, not the type `array[tools]`; remote debugging refuses it.',
      fixed: false,
    })
    expect(said('app-selector', 'chat&workflow').message).toBeUndefined()
  })

  it('has nothing against a provider file in Python that nothing reads', () => {
    expect(newFindings(removeFile(fresh, 'provider/none.py'))).toEqual([])
    const named = changed(provider, 'strategies:\n', 'extra: {python: {source: ./main.py}}\nstrategies:\n', fresh)
    expect(newFindings(named)).toEqual([])
  })

  it('switches permissions on and raises the format by their fixes', () => {
    const bare = [
      '    tool:\n      enabled: true\n',
      '    model:\n      enabled: true\n      llm: true\n',
      '  permission:\n',
    ].reduce(
      (files, text) => changed(manifest, text, '', files),
      changed(manifest, '  version: 0.0.2', '  version: 0.0.1', fresh),
    )
    const fixed = ['model-permission', 'tool-permission', 'format-version'].reduce(
      (files, rule) =>
        checkPlugin(files)
          .find((found) => found.rule === rule)
          ?.fix?.apply(files) ?? files,
      bare,
    )
    expect(newFindings(fixed)).toEqual([])
    expect(textOf(fixed, manifest)).toContain(`  permission:
    model:
      enabled: true
      llm: true
    tool:
      enabled: true
`)
  })
})
