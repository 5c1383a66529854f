import { describe, expect, it } from 'vitest'
import { corpusOfAllKinds, corpusPlugin, hasCorpus } from '@/scripts/corpus'
import { textOf, writeFile } from '../files'
import { documentsOf } from '../references'
import { samplePlugin } from '../rules/sample-plugin'
import { parseYaml } from '../yaml/parse'
import { completionsAt, type Completion } from './completions'
import { hoverAt } from './hover'

const tool = 'tools/forecast.yaml'

/** Completions where the text has `|`. */
function at(marked: string, file = tool): Completion[] {
  const offset = marked.indexOf('|')
  const text = marked.replace('|', '')
  return completionsAt(writeFile(samplePlugin, file, text), file, text, offset)
}
const labels = (completions: readonly Completion[]) => completions.map(({ label }) => label)

/** The text after the completion with this label was taken. */
function taken(marked: string, label: string, file = tool): string {
  const completion = at(marked, file).find((each) => each.label === label)
  if (!completion) throw new Error(`${label} is not offered, but ${labels(at(marked, file)).join()}`)
  const text = marked.replace('|', '')
  return text.slice(0, completion.from) + completion.insert + text.slice(completion.to)
}

describe('keys', () => {
  it('offers at the top what is not there yet', () => {
    expect(labels(at('identity:\n  name: a\n|'))).toEqual(
      expect.arrayContaining(['description', 'parameters', 'output_schema', 'extra']),
    )
    expect(labels(at('identity:\n  name: a\n|'))).not.toContain('identity')
  })

  it('offers keys of the map that the indentation means', () => {
    expect(labels(at('identity:\n  name: a\n  |\n'))).toEqual(expect.arrayContaining(['author', 'label']))
    expect(labels(at('identity:\n  name: a\n  |\n'))).not.toContain('name')
  })

  it('goes on with a word that is begun, and says what is required', () => {
    const [author] = at('identity:\n  aut|\n  name: a\n').filter(({ label }) => label === 'author')
    expect(author).toMatchObject({ required: true, insert: 'author: ', detail: expect.stringContaining('required') })
    expect(taken('identity:\n  aut|\n  name: a\n', 'author')).toBe('identity:\n  author: \n  name: a\n')
  })

  it('opens maps and lists below the key', () => {
    expect(taken('|', 'identity')).toBe('identity:\n  ')
    expect(taken('|', 'parameters')).toBe('parameters:\n  - ')
    expect(taken('parameters:\n  - name: a\n    lab|', 'label')).toBe('parameters:\n  - name: a\n    label:\n      ')
  })

  it('leaves a colon that is there', () => {
    expect(taken('identity:\n  autho|: x\n', 'author')).toBe('identity:\n  author: x\n')
  })

  it('offers the keys of a new list entry behind its dash', () => {
    expect(labels(at('parameters:\n  - |\n'))).toEqual(expect.arrayContaining(['name', 'type', 'form']))
    expect(taken('parameters:\n  - na|\n', 'name')).toBe('parameters:\n  - name: \n')
  })

  it('offers languages inside a text', () => {
    expect(labels(at('identity:\n  label:\n    en_US: A\n    |'))).toEqual(['zh_Hans', 'ja_JP', 'pt_BR'])
  })

  it('works inside of braces', () => {
    expect(taken('identity: {name: a, |}\n', 'author')).toBe('identity: {name: a, author: }\n')
  })

  it('keeps fields of other types away', () => {
    expect(labels(at('parameters:\n  - name: a\n    type: number\n    |'))).toContain('min')
    expect(labels(at('parameters:\n  - name: a\n    type: boolean\n    |'))).not.toContain('min')
  })
})

describe('values', () => {
  it('offers the words of an enum with their titles', () => {
    const found = at('parameters:\n  - name: a\n    type: |\n')
    expect(labels(found)).toEqual(expect.arrayContaining(['string', 'select', 'dynamic-select']))
    expect(found.find(({ label }) => label === 'select')?.detail).toBe('Choice')
    expect(taken('parameters:\n  - name: a\n    type: dyn|\n', 'dynamic-select')).toContain('type: dynamic-select\n')
  })

  it('offers true and false', () => {
    expect(labels(at('parameters:\n  - name: a\n    required: |'))).toEqual(['true', 'false'])
  })

  it('offers words of a list that are not in it yet', () => {
    const manifest = textOf(samplePlugin, 'manifest.yaml') ?? ''
    const found = labels(at(manifest.replace('  - weather\n', '  - weather\n  - |\n'), 'manifest.yaml'))
    expect(found).toContain('search')
    expect(found).not.toContain('weather')
  })

  it('offers files where one is named', () => {
    expect(labels(at('extra:\n  python:\n    source: |\n'))).toEqual(
      expect.arrayContaining(['tools/forecast.py', 'provider/weather.py']),
    )
    const manifest = textOf(samplePlugin, 'manifest.yaml') ?? ''
    expect(labels(at(manifest.replace('icon: icon.svg', 'icon: |'), 'manifest.yaml'))).toEqual(['icon.svg'])
    const named = manifest.replace('    - provider/weather.yaml', '    - provider/weather.yaml\n    - |')
    expect(labels(at(named, 'manifest.yaml'))).toContain('provider/weather.yaml')
  })
})

it('offers nothing in comments, in block texts and in files that are no documents', () => {
  expect(at('identity: # |\n')).toEqual([])
  expect(at('description:\n  llm: |-\n    some te'.replace('|-', '>-') + '|\n')).toEqual([])
  expect(completionsAt(samplePlugin, 'main.py', 'x', 1)).toEqual([])
})

it('works beside text that does not parse', () => {
  const types = at('identity:\n  name: a: b\nparameters:\n  - name: x\n    type: |\n')
  expect(labels(types)).toContain('string')
  expect(labels(at('identity:\n  name: a\n  name: b\n  |\n'))).toContain('author')
})

it('says in a hover what a field is and takes', () => {
  const text = 'parameters:\n  - name: city\n    type: string\n'
  const files = writeFile(samplePlugin, tool, text)
  const hover = hoverAt(files, tool, text, text.indexOf('type'))
  expect(hover?.text).toContain('**Type**')
  expect(hover?.text).toContain('`select` Choice')
  expect(text.slice(hover?.from, hover?.to)).toBe('type: string')
  expect(hoverAt(files, tool, 'unknown: 1\n', 2)).toBeUndefined()
})

if (!hasCorpus) console.info('SKIPPED: completion in real plugins (../shared/corpus is absent)')

describe.skipIf(!hasCorpus)('in every real plugin', () => {
  it.each(corpusOfAllKinds())('%s is completed at the end of each line, and stays as readable as it was', (name) => {
    const files = corpusPlugin(name)
    for (const file of [...documentsOf(files).keys()].slice(0, 3)) {
      const text = textOf(files, file) ?? ''
      if (!parseYaml(text).ok) continue
      for (const match of text.slice(0, 4000).matchAll(/[^\n]\n/g)) {
        for (const offered of completionsAt(files, file, text, match.index + 1).slice(0, 2)) {
          const after = text.slice(0, offered.from) + offered.insert + text.slice(offered.to)
          const { problems } = parseYaml(after)
          expect(problems.map(({ message }) => `${file}:${match.index} ${offered.insert}: ${message}`)).toEqual([])
        }
      }
    }
  })
})
