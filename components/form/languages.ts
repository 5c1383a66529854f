import { languageTable } from '@/lib/plugin/schema/language-table'
import { isMap } from './field-node'

export interface Language {
  /** As Dify writes it. */
  readonly key: string
  /** As BCP 47 does. */
  readonly tag: string
  /** What stands on a tab. */
  readonly short: string
  readonly title: string
}

const known: ReadonlyMap<string, Omit<Language, 'key'>> = new Map(
  languageTable.map(({ key, lang, short, title }) => [key, { tag: lang, short, title }]),
)

/** How a language is called; one that Dify does not read goes by its key. */
export function languageOf(key: string): Language {
  const tag = key.replaceAll('_', '-')
  return { key, ...(known.get(key) ?? { tag, short: tag, title: key }) }
}

/** The languages that Dify reads, then others in which this text stands. */
export function languagesIn(value: unknown): Language[] {
  const found = isMap(value) ? Object.keys(value).filter((key) => typeof value[key] === 'string') : []
  return [...new Set([...known.keys(), ...found])].map(languageOf)
}
