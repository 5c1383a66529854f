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

const known: Readonly<Record<string, Omit<Language, 'key'>>> = {
  en_US: { tag: 'en', short: 'en', title: 'English' },
  zh_Hans: { tag: 'zh-Hans', short: 'zh', title: 'Chinese' },
  pt_BR: { tag: 'pt-BR', short: 'pt', title: 'Portuguese' },
  ja_JP: { tag: 'ja', short: 'ja', title: 'Japanese' },
}

/** How a language is called; one that Dify does not read goes by its key. */
export function languageOf(key: string): Language {
  const tag = key.replaceAll('_', '-')
  return { key, ...(known[key] ?? { tag, short: tag, title: key }) }
}

/** The languages that Dify reads, then others in which this text stands. */
export function languagesIn(value: unknown): Language[] {
  const found = isMap(value) ? Object.keys(value).filter((key) => typeof value[key] === 'string') : []
  return [...new Set([...Object.keys(known), ...found])].map(languageOf)
}
