import { describe, expect, it } from 'vitest'
import type { Ref } from './document'
import type { Files } from './files'
import { fitsPattern, withoutPatterns } from './pattern-refs'

const filesOf = (...paths: string[]): Files => new Map(paths.map((path) => [path, '']))

function pattern(target: string, as = 'model.llm'): Ref {
  return { at: ['models', target], target, file: target, as, pattern: { except: '_position.yaml' } }
}

describe('withoutPatterns', () => {
  const files = filesOf(
    'models/llm/b.yaml',
    'models/llm/a.yaml',
    'models/llm/_position.yaml',
    'models/llm/deep/c.yaml',
    'models/llm/a.py',
  )

  it('puts a reference for each file in place of a pattern, in the order of the paths', () => {
    const refs = withoutPatterns([pattern('models/llm/*.yaml')], files)
    expect(refs.map(({ file, target }) => [file, target])).toEqual([
      ['models/llm/a.yaml', 'models/llm/*.yaml'],
      ['models/llm/b.yaml', 'models/llm/*.yaml'],
    ])
  })

  it('names a file once, however many patterns fit it', () => {
    const refs = withoutPatterns([pattern('models/llm/b.yaml'), pattern('models/llm/*.yaml')], files)
    expect(refs.map(({ file }) => file)).toEqual(['models/llm/b.yaml', 'models/llm/a.yaml'])
  })

  it('leaves other references as they are, and gives the same list back where there is no pattern', () => {
    const plain: Ref = { at: ['icon'], target: 'icon.svg', file: '_assets/icon.svg', as: 'asset' }
    expect(withoutPatterns([plain, pattern('models/tts/*.yaml')], files)).toEqual([plain])
    const refs = [plain]
    expect(withoutPatterns(refs, files)).toBe(refs)
  })

  it('gives the same list for the same files', () => {
    const refs = [pattern('models/llm/*.yaml')]
    expect(withoutPatterns(refs, files)).toBe(withoutPatterns(refs, files))
  })
})

describe('fitsPattern', () => {
  it.each([
    ['models/llm/*.yaml', 'models/llm/a.yaml', true],
    ['models/llm/*.yaml', 'models/llm/deep/a.yaml', false],
    ['models/**/*.yaml', 'models/llm/a.yaml', true],
    ['models/**/*.yaml', 'models/llm/deep/a.yaml', false],
    ['models/*/a.yaml', 'models/llm/a.yaml', true],
    ['models/llm/a.yaml', 'models/llm/a.yaml', true],
    ['./models/llm/*.yaml', 'models/llm/a.yaml', false],
    ['models/llm/[a-c]?.yaml', 'models/llm/b1.yaml', true],
    ['models/llm/\\*.yaml', 'models/llm/*.yaml', true],
    ['models/llm/*', 'models/llm/_position.yaml', false],
    ['models/llm/*', 'models/llm/old_position.yaml', false],
    ['models/llm/[', 'models/llm/[', false],
  ])('%s and %s: %s, as Go has it', (target, path, fits) => {
    expect(fitsPattern(pattern(target), path)).toBe(fits)
  })

  it('is not for references that are no pattern', () => {
    expect(fitsPattern({ at: [], target: 'a', file: 'a', as: 'text' }, 'a')).toBe(false)
  })
})
