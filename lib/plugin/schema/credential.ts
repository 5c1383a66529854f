import { z } from 'zod'
import type { FieldMeta, ItemMeta } from '../document'
import { field } from './field'
import type { GateRules } from './gate-rules'
import { localized } from './localized'
import { credentialOption, optionItem } from './option'
import { credentialTypes } from './words'
import { identifierName } from './written-name'

const typeChoices = {
  'secret-input': {
    title: 'Secret',
    description: 'Hidden while typing, stored encrypted: API keys, tokens, passwords.',
  },
  'text-input': { title: 'Text', description: 'Plain text, shown to everybody of the workspace.' },
  select: { title: 'Choice', description: 'One of the options that you list.' },
  boolean: { title: 'Switch', description: 'On or off.' },
  'model-selector': { title: 'Model', description: 'A model of the workspace.' },
  'app-selector': { title: 'App', description: 'An app of the workspace.' },
  'array[tools]': { title: 'Tools', description: 'A list of tools of the workspace.' },
}

const typing = ['secret-input', 'text-input'] as const

/** What a credential and a setting share: `pkg/entities/plugin_entities/config.go: ProviderConfig`. */
const parts = {
  type: field(
    z.enum(credentialTypes),
    {
      title: 'Type',
      description: 'How it is entered and stored. Use "Secret" for everything that opens a door.',
      widget: 'select',
      choices: typeChoices,
    },
    {
      go: 'text',
      sdk: 'text',
      required: ['struct', 'G5', 'G6'],
      words: [
        {
          rule: 'credential-type',
          by: ['struct', 'G5', 'G6'],
          words: credentialTypes,
          why: 'Dify knows only these types of credentials',
        },
      ],
    },
  ),
  required: field(
    z.boolean().optional(),
    {
      title: 'Required',
      description: 'It must be filled in before anything is saved.',
      widget: 'switch',
      absent: false,
    },
    { go: 'bool', sdk: 'bool', noNull: ['G5'] },
  ),
  label: localized(
    { title: 'Label', description: 'Name of the field in the dialog.', example: 'API key' },
    { required: ['struct', 'G5'] },
  ),
  placeholder: localized(
    {
      title: 'Placeholder',
      description: 'Grey text inside the empty field.',
      example: 'Paste your API key',
      showFor: { type: typing },
    },
    { noNull: [] },
  ).optional(),
  help: localized(
    {
      title: 'Help',
      description: 'One line under the field: where to find the value. Becomes a link when there is a help address.',
      example: 'Get your API key',
    },
    { noNull: [] },
  ).optional(),
  url: field(
    z.string().optional(),
    {
      title: 'Help address',
      description: 'The page that the help text links to.',
      example: 'https://example.com/keys',
      mono: true,
    },
    { go: 'text', sdk: 'text', noNull: [] },
  ),
  default: field(
    z.union([z.string(), z.number(), z.boolean()]).optional(),
    {
      title: 'Default',
      description: 'The value that stands there at first.',
      widget: 'value',
      showFor: { type: ['text-input', 'select', 'boolean'] },
    },
    { go: 'basic', sdk: 'default', noNull: [] },
  ),
  options: field(
    z.array(credentialOption).max(127).optional(),
    {
      title: 'Options',
      description: 'What can be chosen.',
      widget: 'options',
      item: optionItem,
      showFor: { type: ['select'] },
    },
    { go: 'list', sdk: 'list', noNull: [], maxItems: { count: 127, by: ['struct'] } },
  ),
  multiple: field(
    z.boolean().optional(),
    {
      title: 'Several',
      description: 'More than one option can be chosen.',
      widget: 'switch',
      absent: false,
      rare: true,
      showFor: { type: ['select'] },
    },
    { go: 'bool', sdk: 'bool', noNull: [] },
  ),
  scope: field(
    z.string().optional(),
    {
      title: 'Scope',
      description:
        'Narrows the selector to one sort: for models llm, text-embedding, rerank, tts, speech2text, moderation or vision; for apps all, chat, workflow or completion. Exactly one word.',
      example: 'llm',
      mono: true,
      rare: true,
      showFor: { type: ['model-selector', 'app-selector'] },
    },
    { go: 'text', sdk: 'text', noNull: [] },
  ),
}

const name = field(
  z.string().min(1).max(1023),
  {
    title: 'Name',
    description: 'The key under which your Python reads the value: self.runtime.credentials["api_key"].',
    example: 'api_key',
    mono: true,
  },
  { written: identifierName, go: 'text', sdk: 'text', required: ['G5'], max: { length: 1023, by: ['struct'] } },
)

const credentialChecks: GateRules = { go: 'map', sdk: 'map', checks: ['credential'] }

const form = [
  { id: 'field', title: 'Field', fields: ['name', 'type', 'label', 'required'] },
  { id: 'values', title: 'Values', fields: ['options', 'multiple', 'scope', 'default'] },
  { id: 'help', title: 'Help', fields: ['placeholder', 'help', 'url'] },
]

function itemMeta(noun: string, named: boolean): ItemMeta {
  return {
    noun,
    row: ['name', 'type', 'label'],
    form,
    starter: { ...(named ? { name: '$name' } : {}), type: 'secret-input', required: true, label: { en_US: '$title' } },
  }
}

type Words = Omit<FieldMeta, 'widget' | 'item' | 'gates'>

/** Fields as a list, each with its name inside. */
export function credentialList(noun: string, meta: Words, gates?: GateRules) {
  return field(
    z.array(listEntry(noun, meta)),
    { ...meta, widget: 'list', item: itemMeta(noun, true) },
    { go: 'list', sdk: 'list', ...gates },
  )
}

/** Fields as a map, the name is the key. */
export function credentialMap(noun: string, meta: Words, gates?: GateRules) {
  return field(
    z.record(z.string(), mapEntry(noun, meta, { go: 'map-entry', noNull: ['G5'] })),
    { ...meta, widget: 'entries', item: itemMeta(noun, false) },
    { writtenKeys: identifierName, go: 'list-or-map', sdk: 'map', noNull: ['G5'], ...gates },
  )
}

/** Fields as a map or, where a file has one, as a list: daemon and SDK read both under the same key (trigger.md section 2). */
export function credentialEntries(noun: string, meta: Words, gates?: GateRules) {
  const entry = mapEntry(noun, meta, { go: 'map', noNull: ['G1', 'G5'] })
  return field(
    z.union([z.record(z.string(), entry), z.array(listEntry(noun, meta))]),
    { ...meta, widget: 'entries', item: itemMeta(noun, true) },
    { writtenKeys: identifierName, go: 'list-or-map', sdk: 'list-or-map', noNull: ['G5'], ...gates },
  )
}

function listEntry(noun: string, { description }: Words) {
  return field(z.looseObject({ name, ...parts }), { title: noun, description }, credentialChecks)
}

function mapEntry(noun: string, { description }: Words, gates: GateRules) {
  return field(z.looseObject(parts), { title: noun, description }, { ...credentialChecks, ...gates })
}
