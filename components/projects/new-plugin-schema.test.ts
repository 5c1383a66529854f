import { describe, expect, test } from 'vitest'
import { fileNameOf, newPluginSchema } from './new-plugin-schema'

const good = { kinds: ['tool'], label: 'Nimbra Weather', fileName: '', author: 'saltmarsh', credentials: 'none' }

function messages(answers: Partial<Record<keyof typeof good, unknown>>): Record<string, string> {
  const parsed = newPluginSchema.safeParse({ ...good, ...answers })
  return Object.fromEntries((parsed.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]))
}

describe('a name for the files', () => {
  test('joins words by an underscore', () => {
    expect(fileNameOf('  Nimbra  Weather! ')).toBe('nimbra_weather')
  })

  test('keeps the letter under an accent', () => {
    expect(fileNameOf('Café São Paulo')).toBe('cafe_sao_paulo')
  })

  test('is empty for a name without Latin letters or digits', () => {
    expect(fileNameOf('天气')).toBe('')
  })

  test('is cut at 100 characters, not behind an underscore', () => {
    expect(fileNameOf(`${'a'.repeat(99)} b`)).toBe('a'.repeat(99))
  })
})

test('good answers have no problem', () => {
  expect(messages({})).toEqual({})
})

test('an empty name is one sentence at the name alone', () => {
  expect(messages({ label: ' ' })).toEqual({ label: 'Give the plugin a name, as people will read it in Dify.' })
})

test('a Chinese name asks for a name of the files, and takes it', () => {
  expect(messages({ label: '天气' })).toEqual({
    fileName: 'Give a name for the files, such as weather. Dify takes only Latin letters and digits there.',
  })
  expect(messages({ label: '天气', fileName: 'weather' })).toEqual({})
})

test.each([
  ['', 'Give an author: Dify puts it before the name, as in your-name/weather.'],
  ['SaltMarsh', 'Use lower-case letters: saltmarsh. Dify refuses others on upload.'],
  ['salt marsh', 'Use only lower-case letters, digits, - and _. Dify refuses others on upload.'],
  ['a'.repeat(65), 'Use 64 characters at most. Dify refuses a longer author.'],
  [
    '123e4567-e89b-12d3-a456-426614174000',
    'Use a name and not a UUID. Dify takes an author of that form for a workspace.',
  ],
  ['my-dify', 'Choose another author: the marketplace keeps “langgenius” and “dify” for itself.'],
])('the author %j is told what to change', (author, message) => {
  expect(messages({ author })).toEqual({ author: message })
})

test('a plugin needs a kind', () => {
  expect(messages({ kinds: [] })).toEqual({ kinds: 'Choose what the plugin gives Dify.' })
})
