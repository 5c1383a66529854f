import { z } from 'zod'
import type { ItemMeta } from '../../document'
import { field } from '../../schema/field'
import type { ModelType } from './model-types'

function whole(title: string, description: string) {
  return field(z.int().positive().optional(), { title, description, widget: 'number' }, { go: 'free', noNull: [] })
}

function text(title: string, description: string, example: string) {
  return field(z.string().optional(), { title, description, example, mono: true }, { go: 'free', noNull: [] })
}

const voiceItem: ItemMeta = {
  noun: 'voice',
  row: ['mode', 'name'],
  form: [{ id: 'voice', title: 'Voice', fields: ['mode', 'name', 'language'] }],
  starter: { mode: '$name', name: '$title', language: ['en-US'] },
}

const voices = field(
  z
    .array(
      field(
        z.looseObject({
          mode: field(z.string(), {
            title: 'Name',
            description: 'What the service calls the voice.',
            example: 'alloy',
            mono: true,
          }),
          name: field(z.string(), { title: 'Label', description: 'What people see.', example: 'Alloy' }),
          language: field(
            z.array(field(z.string(), { title: 'Language', description: 'A code such as en-US.', mono: true })),
            { title: 'Languages', description: 'Codes of the languages that it speaks.', widget: 'strings' },
          ),
        }),
        { title: 'Voice', description: 'One voice.' },
      ),
    )
    .optional(),
  { title: 'Voices', description: 'Who can speak.', widget: 'list', item: voiceItem },
  { go: 'free', noNull: [] },
)

/** `sdk: ModelPropertyKey`: eleven keys, any other is refused (model.md section 4.1). */
export const modelProperties = field(
  z.looseObject({
    mode: field(
      z.enum(['chat', 'completion']).optional(),
      {
        title: 'Mode',
        description: 'Whether it takes messages or one text.',
        choices: { chat: { title: 'Chat' }, completion: { title: 'Completion' } },
      },
      { go: 'free', noNull: [] },
    ),
    context_size: whole('Context', 'How many tokens fit in one request.'),
    max_chunks: whole('Texts at once', 'How many texts one request may carry.'),
    max_characters_per_chunk: whole('Characters of a text', 'How long one of them may be.'),
    file_upload_limit: whole('Largest file', 'In MB.'),
    supported_file_extensions: text('File types', 'Endings that it takes, with commas between.', 'mp3,wav,m4a'),
    default_voice: text('Default voice', 'Name of the voice that speaks when none is chosen.', 'alloy'),
    voices,
    word_limit: whole(
      'Longest text',
      'How many characters one request may carry; longer texts are cut into sentences.',
    ),
    audio_type: text('Audio type', 'Format of the sound.', 'mp3'),
    max_workers: whole('Requests at once', 'How many parts of a text may be spoken at the same time.'),
  }),
  { title: 'Properties', description: 'Sizes and limits of the model.', widget: 'group' },
  { go: 'map', sdk: 'map', required: ['G5', 'G6'], keys: ['G5', 'G6'], add: {} },
)

type Property = keyof typeof modelProperties.shape

const byType: Readonly<Record<ModelType['key'], readonly Property[]>> = {
  llm: ['mode', 'context_size'],
  text_embedding: ['context_size', 'max_chunks'],
  rerank: ['context_size'],
  speech2text: ['file_upload_limit', 'supported_file_extensions'],
  tts: ['default_voice', 'voices', 'word_limit', 'audio_type', 'max_workers'],
  moderation: ['max_chunks', 'max_characters_per_chunk'],
}

/** The properties that count for a type of models, in the order of its form. */
export function propertiesOf(type: ModelType): readonly string[] {
  return byType[type.key]
}
