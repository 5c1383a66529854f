import { describe, expect, test } from 'vitest'
import { corpusOfAllKinds, corpusPlugin, hasCorpus } from '@/scripts/corpus'
import { documentsOf, readDocument } from '../references'
import { documentTypeById } from '../kinds/registry'
import { textOf, type Files } from '../files'
import { valueAt } from '../schema/file-reference'
import { difyViews } from './dify-views'
import { languageTable } from '../schema/language-table'

if (!hasCorpus) console.info('SKIPPED: real plugins are drawn as Dify draws them (../shared/corpus is absent)')

/** Every text that is drawn, with the place it says it comes from. */
function drawnTexts(value: unknown): { text: string; source: { file: string; at: (string | number)[] } }[] {
  if (Array.isArray(value)) return value.flatMap(drawnTexts)
  if (typeof value !== 'object' || value === null) return []
  const entries = Object.entries(value)
  const found = 'text' in value && 'source' in value ? [JSON.parse(JSON.stringify(value))] : []
  return [...found, ...entries.flatMap(([, each]) => drawnTexts(each))]
}

function standsThere(files: Files, file: string, at: readonly (string | number)[]): unknown {
  const type = documentTypeById(documentsOf(files).get(file) ?? '')
  return valueAt(type && readDocument(textOf(files, file) ?? '', type).value, at)
}

describe.skipIf(!hasCorpus)('every real plugin', () => {
  test.each(corpusOfAllKinds())('%s is drawn in each language from texts that stand there', (name) => {
    const files = corpusPlugin(name)
    for (const { key } of languageTable) {
      const views = [...documentsOf(files).keys()].flatMap((file) => difyViews(files, file, key, false))
      const texts = drawnTexts(views.map(({ blocks }) => blocks))
      expect(texts.length).toBeGreaterThan(5)
      const made = texts.filter(
        ({ text, source }) =>
          text !== '' &&
          !JSON.stringify(standsThere(files, source.file, source.at) ?? '').includes('"') &&
          source.at.length > 0,
      )
      expect(made.map(({ text }) => text)).toEqual([])
    }
  })
})
