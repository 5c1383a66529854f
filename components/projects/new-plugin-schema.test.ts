import { expect, test } from 'vitest'
import { newPluginSchema } from './new-plugin-schema'

const good = {
  kinds: ['tool'],
  label: 'Nimbra Weather',
  fileName: '',
  author: 'saltmarsh',
  credentials: 'none',
  variant: '',
}

function messages(answers: Partial<Record<keyof typeof good, unknown>>): Record<string, string> {
  const parsed = newPluginSchema.safeParse({ ...good, ...answers })
  return Object.fromEntries((parsed.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]))
}

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
  ['', 'Say who the author is: Dify knows the plugin as author/name.'],
  ['SaltMarsh', 'Use saltmarsh: Dify refuses other signs than a-z, 0-9, - and _ at upload.'],
  ['Salt Marsh', 'Use salt-marsh: Dify refuses other signs than a-z, 0-9, - and _ at upload.'],
  ['天气', 'Use only lower-case letters, digits, - and _ in the author: Dify refuses any other at upload.'],
  ['a'.repeat(65), 'Shorten the author to 64 characters: Dify refuses a longer one at upload.'],
  [
    '123e4567-e89b-12d3-a456-426614174000',
    'Choose an author that does not read as a UUID: Dify takes such a plugin for one that is being debugged.',
  ],
  ['my-dify', 'Choose another author: the marketplace keeps “dify” for itself and refuses it in any other.'],
])('the author %j is told what to change', (author, message) => {
  expect(messages({ author })).toEqual({ author: message })
})

test('a plugin needs a kind', () => {
  expect(messages({ kinds: [] })).toEqual({ kinds: 'Choose what the plugin gives Dify.' })
})
