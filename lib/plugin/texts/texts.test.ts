import { describe, expect, it } from 'vitest'
import { corpusOfAllKinds, corpusPlugin, hasCorpus } from '@/scripts/corpus'
import { changedPaths, textOf } from '../files'
import { changed, samplePlugin } from '../rules/sample-plugin'
import { languagesOf, localizedTexts } from './localized-texts'
import { pasteEdits } from './paste'
import { setTexts, type TextEdit } from './set-texts'

const tool = 'tools/forecast.yaml'
const label: Omit<TextEdit, 'text'> = { file: tool, path: ['parameters', 0, 'label'], language: 'ja_JP' }

function edited(...edits: TextEdit[]) {
  const result = setTexts(samplePlugin, edits)
  if (!result.ok) throw new Error(result.reason)
  return result.files
}

describe('localizedTexts', () => {
  it('finds every text of every document, by what it belongs to', () => {
    expect(localizedTexts(samplePlugin).map(({ file, title }) => `${file} ${title}`)).toEqual([
      'manifest.yaml Label of weather',
      'manifest.yaml Description of weather',
      'provider/weather.yaml Label of weather',
      'provider/weather.yaml Description of weather',
      'provider/weather.yaml Label of api_key',
      `${tool} Label of forecast`,
      `${tool} Description for people of forecast`,
      `${tool} Label of city`,
      `${tool} Description for people of city`,
      `${tool} Label of units`,
      `${tool} Description for people of units`,
      `${tool} Label of metric`,
      'group/weather.yaml Label of secret',
    ])
  })

  it('keeps languages that Dify does not know', () => {
    const files = changed('manifest.yaml', '  en_US: Weather\n', '  en_US: Weather\n  fr_FR: Temps\n')
    expect(languagesOf(localizedTexts(files))).toEqual(['en_US', 'zh_Hans', 'ja_JP', 'pt_BR', 'fr_FR'])
  })

  it('leaves out what does not parse', () => {
    const files = new Map(samplePlugin).set(tool, 'a: [\n')
    expect(localizedTexts(files).some(({ file }) => file === tool)).toBe(false)
  })
})

describe('setTexts', () => {
  it('adds a language, changes one and takes one out, each on its own line', () => {
    const once = edited({ ...label, text: '都市' })
    expect(textOf(once, tool)).toBe(
      textOf(samplePlugin, tool)?.replace('      en_US: City\n', '      en_US: City\n      ja_JP: 都市\n'),
    )
    const again = setTexts(once, [{ ...label, text: '' }])
    expect(again.ok && again.files).toEqual(samplePlugin)
  })

  it('takes nothing out that is not there', () => {
    expect(edited({ ...label, text: '' })).toEqual(samplePlugin)
  })

  it('edits several files as one', () => {
    const files = edited(
      { ...label, text: '都市' },
      { file: 'manifest.yaml', path: ['label'], language: 'pt_BR', text: 'Tempo' },
    )
    expect(changedPaths(samplePlugin, files)).toEqual(['manifest.yaml', tool])
  })

  it('refuses all where one cannot be made', () => {
    const files = new Map(samplePlugin).set('manifest.yaml', 'a: [\n')
    expect(
      setTexts(files, [
        { ...label, text: 'x' },
        { file: 'manifest.yaml', path: ['label'], language: 'pt_BR', text: 'y' },
      ]).ok,
    ).toBe(false)
  })
})

it('pastes from a cell on, and leaves alone what is the same or outside', () => {
  const rows = localizedTexts(samplePlugin)
  const edits = pasteEdits(rows, ['en_US', 'ja_JP'], { row: rows.length - 2, column: 0 }, [
    ['Metric', 'メートル法'],
    ['Key', '鍵', 'x'],
    ['out', 'out'],
  ])
  expect(edits.map(({ language, text }) => `${language} ${text}`)).toEqual([
    'ja_JP メートル法',
    'en_US Key',
    'ja_JP 鍵',
  ])
})

if (!hasCorpus) console.info('SKIPPED: texts of real plugins (../shared/corpus is absent)')

describe.skipIf(!hasCorpus)('in every real plugin', () => {
  it.each(corpusOfAllKinds())('%s: texts set to what they are change no byte', (name) => {
    const files = corpusPlugin(name)
    const edits = localizedTexts(files).flatMap(({ file, path, texts }) =>
      Object.entries(texts).map(([language, text]) => ({ file, path, language, text })),
    )
    const result = setTexts(files, edits.slice(0, 60))
    expect(result.ok && changedPaths(files, result.files)).toEqual([])
  })
})
