import fc from 'fast-check'
import { stringify } from 'yaml'
import { describe, expect, it } from 'vitest'
import type { Files } from '../files'
import { formatPython, lintPython } from '../python/test-ruff'
import { agentStrategyStub } from './agent-strategy/stub'
import { endpointStub } from './endpoint/stub'
import { toolProviderStub, toolStub } from './tool/stub'
import { eventStub } from './trigger/event-stub'
import { triggerProviderStub } from './trigger/provider-stub'

const types = [
  'string',
  'number',
  'boolean',
  'select',
  'dynamic-select',
  'secret-input',
  'file',
  'files',
  'model-selector',
  'app-selector',
  'any',
  'array',
  'object',
  'checkbox',
  'date',
  'date-range',
]

const nasty = fc.constantFrom(
  '',
  ' ',
  '"""',
  "'''",
  '\\',
  'a"b',
  "it's",
  '\n',
  '\r\n',
  'x\ty',
  '😀',
  'café',
  '天气',
  '\u2028',
  '\u0085',
  '\ufeff',
  '\u0000',
  '{x}',
  '%s',
  'class',
  'self',
  'json',
  'credentials',
  'tool_parameters',
  'answer',
  'lambda',
  'None',
  'True',
  'l',
  'O',
  'I',
  '_',
  '__debug__',
  '123',
  '2x',
  'list',
  'type',
  'File',
  'match',
  'a-b',
  'a b',
  'maxResults',
  'Tool',
  'ToolProvider',
  'Endpoint',
  'x'.repeat(64),
  'y '.repeat(80),
  'z'.repeat(1023),
)
const text = fc.oneof(
  nasty,
  fc.string({ unit: 'grapheme', maxLength: 90 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('city', 'City', 'units', 'api_key'),
)
const number = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.constantFrom(0, -0, 1e21, 1e-7, Number.NaN, Number.POSITIVE_INFINITY, -1),
)
const scalar = fc.oneof(text, number, fc.boolean(), fc.constant(null))
const junk = fc.oneof(
  { maxDepth: 2 },
  scalar,
  fc.array(scalar, { maxLength: 4 }),
  fc.dictionary(text, scalar, { maxKeys: 3 }),
)
const label = fc.oneof(fc.record({ en_US: fc.oneof(text, scalar) }), junk)

/** A field as a person half types it: mostly the right keys, now and then with a value of another shape. */
const mostly = <T>(right: fc.Arbitrary<T>) => fc.oneof({ weight: 8, arbitrary: right }, { weight: 1, arbitrary: junk })
const field = fc.record(
  {
    name: mostly(text),
    type: mostly(fc.oneof(fc.constantFrom(...types), fc.constantFrom('text-input', 'array[tools]'), text)),
    form: mostly(fc.constantFrom('llm', 'form', 'schema')),
    required: mostly(fc.boolean()),
    multiple: mostly(fc.boolean()),
    default: junk,
    min: mostly(number),
    max: mostly(number),
    precision: mostly(fc.integer({ min: -1, max: 30 })),
    label: mostly(label),
  },
  { requiredKeys: ['name', 'type'] },
)
/** Names and types that the loop of a strategy looks for, among others. */
const strategyField = fc.oneof(
  field,
  fc.record(
    {
      name: fc.constantFrom('model', 'query', 'instruction', 'maximum_iterations', 'tools', 'messages', 'history'),
      type: fc.constantFrom('model-selector', 'string', 'number', 'array[tools]', 'file'),
      scope: mostly(fc.constantFrom('llm', 'tool-call&llm', 'rerank')),
      required: mostly(fc.boolean()),
      default: junk,
      min: mostly(number),
      label: mostly(label),
    },
    { requiredKeys: ['name', 'type'] },
  ),
)
const property = fc.oneof(
  fc.record({ type: mostly(fc.constantFrom('string', 'number', 'integer', 'boolean', 'array', 'object', 'null')) }),
  fc.record({ default: junk }),
  fc.record({ enum: junk }),
  junk,
)
const tool = fc.record(
  {
    identity: mostly(fc.record({ name: mostly(text), label: mostly(label) })),
    parameters: mostly(fc.array(mostly(field), { maxLength: 8 })),
    output_schema: mostly(fc.record({ properties: mostly(fc.dictionary(text, property, { maxKeys: 4 })) })),
  },
  { requiredKeys: [] },
)
const provider = fc.record(
  {
    identity: mostly(fc.record({ name: mostly(text) })),
    credentials_for_provider: mostly(fc.dictionary(text, mostly(field), { maxKeys: 4 })),
    oauth_schema: fc.option(
      mostly(fc.record({ credentials_schema: mostly(fc.array(mostly(field), { maxLength: 2 })) })),
      { nil: undefined },
    ),
    tools: fc.constant(['tools/a.yaml']),
  },
  { requiredKeys: ['tools'] },
)
const group = fc.record({
  settings: mostly(fc.array(mostly(field), { maxLength: 4 })),
  endpoints: fc.constant(['endpoints/a.yaml']),
})
const rule = fc.oneof(
  text,
  fc
    .array(
      fc.oneof(
        text,
        fc.constantFrom(
          '<id>',
          '<int:id>',
          '<path:rest>',
          '<float:class>',
          '<any(a, b):kind>',
          '<string(length=2):lang>',
          '<self>',
        ),
      ),
      { maxLength: 5 },
    )
    .map((parts) => `/${parts.join('/')}`),
)
const endpoint = fc.record(
  { path: mostly(rule), method: mostly(fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD')) },
  { requiredKeys: [] },
)

const credentials = fc.oneof(
  fc.dictionary(text, mostly(field), { maxKeys: 3 }),
  fc.array(mostly(field), { maxLength: 3 }),
)
const triggerProvider = fc.record(
  {
    identity: mostly(fc.record({ name: mostly(text) })),
    subscription_schema: mostly(fc.array(mostly(field), { maxLength: 3 })),
    subscription_constructor: mostly(
      fc.record(
        {
          parameters: mostly(fc.array(mostly(field), { maxLength: 5 })),
          credentials_schema: mostly(credentials),
          oauth_schema: mostly(fc.record({ credentials_schema: mostly(fc.array(mostly(field), { maxLength: 2 })) })),
        },
        { requiredKeys: [] },
      ),
    ),
    events: fc.constant(['tools/a.yaml', './tools/a.yaml', 'missing.yaml']),
  },
  { requiredKeys: ['events'] },
)

const manifest = 'plugins:\n  tools:\n    - provider/a.yaml\n  endpoints:\n    - group/a.yaml\n'

function sound(python: string): void {
  expect(lintPython(python)).toEqual([])
  expect(formatPython(python)).toBe(python)
}

describe('stubs of any text', () => {
  it('are clean Python in the form that a formatter keeps, whatever a tool says', () => {
    fc.assert(
      fc.property(tool, provider, (toolValue, providerValue) => {
        const files: Files = new Map([
          ['manifest.yaml', manifest],
          ['provider/a.yaml', stringify(providerValue)],
          ['tools/a.yaml', stringify(toolValue)],
        ])
        sound(toolStub(files, 'tools/a.yaml'))
        sound(toolProviderStub(files, 'provider/a.yaml'))
      }),
      { numRuns: 250 },
    )
  })

  it('are clean Python in the form that a formatter keeps, whatever an endpoint says', () => {
    fc.assert(
      fc.property(endpoint, group, (endpointValue, groupValue) => {
        const files: Files = new Map([
          ['manifest.yaml', manifest],
          ['group/a.yaml', stringify(groupValue)],
          ['endpoints/a.yaml', stringify(endpointValue)],
        ])
        sound(endpointStub(files, 'endpoints/a.yaml'))
      }),
      { numRuns: 200 },
    )
  })

  it('are clean Python in the form that a formatter keeps, whatever an agent strategy says', () => {
    fc.assert(
      fc.property(fc.record({ parameters: mostly(fc.array(mostly(strategyField), { maxLength: 6 })) }), (value) => {
        sound(agentStrategyStub(new Map([['strategies/a.yaml', stringify(value)]]), 'strategies/a.yaml'))
      }),
      { numRuns: 200 },
    )
  })

  it('are clean Python in the form that a formatter keeps, whatever a trigger says', () => {
    fc.assert(
      fc.property(tool, triggerProvider, (eventValue, providerValue) => {
        const files: Files = new Map([
          ['provider/a.yaml', stringify(providerValue)],
          ['tools/a.yaml', stringify(eventValue)],
        ])
        sound(eventStub(files, 'tools/a.yaml'))
        sound(triggerProviderStub(files, 'provider/a.yaml'))
      }),
      { numRuns: 250 },
    )
  })

  it('are clean Python for text that is no YAML at all, and for any path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text, (broken, name) => {
        const path = `tools/${name}.yaml`
        const files: Files = new Map([
          ['manifest.yaml', broken],
          [path, broken],
        ])
        for (const stub of [
          toolStub,
          toolProviderStub,
          endpointStub,
          agentStrategyStub,
          eventStub,
          triggerProviderStub,
        ])
          sound(stub(files, path))
      }),
      { numRuns: 200 },
    )
  })
})
