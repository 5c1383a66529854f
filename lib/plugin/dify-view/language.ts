import { isRecord } from '../yaml/nodes'
import { languageTable } from '../schema/language-table'
import { textAt, valueAt } from '../schema/file-reference'
import type { Remark, Source, Text } from './picture'

export type ConsoleLanguage = (typeof languageTable)[number]['key']

/**
 * Which of the console's two mappings a place uses (dify-ui.md section 1): `card` is L1, which takes Portuguese for English; `form` is L2, and
 * `model` too, for texts of which the API keeps English and Chinese only. `event`, the drawer of an event, shows nothing in a language
 * that it does not know.
 */
export type Mapping = 'card' | 'form' | 'model' | 'event'

/** The languages of which each mapping shows texts of their own. */
const known: Readonly<Record<Mapping, readonly ConsoleLanguage[]>> = {
  card: ['en_US', 'zh_Hans', 'ja_JP'],
  form: languageTable.map(({ key }) => key),
  model: ['en_US', 'zh_Hans'],
  event: ['en_US', 'zh_Hans', 'ja_JP'],
}

const titles = Object.fromEntries(languageTable.map(({ key, title }) => [key, title]))

/** The text that a console in this language shows at a place, "" where there is none; with a remark where that is another language. */
export function shownText(value: unknown, source: Source, language: ConsoleLanguage, mapping: Mapping): Text {
  const texts = valueAt(value, source.at)
  if (!isRecord(texts)) return { text: typeof texts === 'string' ? texts : '', source }
  if (mapping === 'event' && !known.event.includes(language)) return { text: '', source }
  const asked = known[mapping].includes(language) ? language : 'en_US'
  const own = textAt(texts, [asked]) ?? ''
  const text = own || textAt(texts, ['en_US']) || standIn[mapping](texts)
  const remark = remarkOn({ texts, text, own, asked, language, source, mapping })
  return {
    text,
    source: { ...source, at: [...source.at, own ? asked : 'en_US'] },
    ...(remark && { remarks: [remark] }),
  }
}

interface Choice {
  texts: Record<string, unknown>
  text: string
  own: string
  asked: ConsoleLanguage
  language: ConsoleLanguage
  source: Source
  mapping: Mapping
}

function remarkOn({ texts, text, own, asked, language, source, mapping }: Choice): Remark | undefined {
  if (text === '') return undefined
  if (asked !== language && textAt(texts, [language]))
    return {
      message: `A ${titles[language]} console shows English here, whatever \`${language}\` says: ${mapping === 'card' ? 'cards and drawers know only English, Chinese and Japanese' : 'Dify keeps only English and Chinese texts of models'}.`,
      source: { ...source, at: [...source.at, language] },
    }
  if (own === '' && asked !== 'en_US')
    return {
      message: `\`${source.at.join('.')}\` has no ${titles[asked]} text: Dify shows ${textAt(texts, ['en_US']) ? 'the English one' : 'the first that is there'}.`,
      source: { ...source, at: [...source.at, asked] },
    }
  return undefined
}

/** What stands in where English is missing too. */
const standIn: Readonly<Record<Mapping, (texts: Record<string, unknown>) => string>> = {
  card: firstText,
  form: firstText,
  model: (texts) => textAt(texts, ['zh_Hans']) ?? '',
  event: () => '',
}

function firstText(texts: Record<string, unknown>): string {
  return Object.values(texts).find((each): each is string => typeof each === 'string' && each !== '') ?? ''
}
