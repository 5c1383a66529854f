import { expect, it } from 'vitest'
import { checkPlugin } from '../check'
import { textOf } from '../files'
import { packedFiles } from '../package/packed-files'
import { formatPython, lintPython } from '../python/test-ruff'
import { localizedTexts } from '../texts/localized-texts'
import { weatherPlugin } from './weather-plugin'

const files = weatherPlugin('acme', '2026-01-02T03:04:05Z')

it('installs as it is; what is left to do only its author can', () => {
  const found = checkPlugin(packedFiles(files))
  expect(found.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual([
    'publish contact',
    'publish repo-missing',
    'advice minimum-recommended',
    'publish readme-source',
  ])
})

it('has Python that ruff has nothing against', () => {
  const source = textOf(files, 'tools/forecast.py') ?? ''
  expect(lintPython(source)).toEqual([])
  expect(formatPython(source)).toBe(source)
})

it('has every text in all languages', () => {
  const texts = localizedTexts(files)
  expect(texts.find(({ title }) => title === 'Label of days')?.texts).toMatchObject({ ja_JP: '日数' })
  expect(texts.flatMap(({ title, texts: own }) => (Object.keys(own).length === 4 ? [] : [title]))).toEqual([])
})
