import { z } from 'zod'
import type { FieldMeta } from '../document'
import { field } from './field'
import type { GateRules } from './gate-rules'

/** `pkg/entities/plugin_entities/basic_type.go: I18nObject`: English is required, each text has at most 1,023 characters. */
const longest = { length: 1023, by: ['struct'] } as const

const english = field(
  z.string().min(1).max(1023),
  { title: 'English', description: 'Shown to everybody whose language has no text of its own.' },
  { go: 'text', sdk: 'text', required: ['struct', 'G5'], notEmpty: ['struct'], max: longest },
)

function translation(title: string) {
  return field(
    z.string().max(1023).optional(),
    { title, description: `Shown to people who use Dify in ${title}. Empty means the English text.` },
    { go: 'text', sdk: 'text', noNull: [], max: longest },
  )
}

const texts = {
  en_US: english,
  zh_Hans: translation('Simplified Chinese'),
  ja_JP: translation('Japanese'),
  pt_BR: translation('Portuguese (Brazil)'),
}

/** A text in up to four languages, with the words of its own field. */
export function localized(meta: Omit<FieldMeta, 'widget' | 'gates'>, gates?: GateRules) {
  return field(z.looseObject(texts), { ...meta, widget: 'localized' }, { go: 'map', sdk: 'map', ...gates })
}
