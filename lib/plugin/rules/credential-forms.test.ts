import { expect, test } from 'vitest'
import { z } from 'zod'
import type { DocumentType } from '../document'
import { checkDocument } from './document'
import { credentialEntries, credentialList } from '../schema/credential'
import { fieldAt, fieldTree } from '../schema/field-tree'

const type: DocumentType = {
  id: 'sample',
  title: 'Sample',
  icon: '',
  schema: z.looseObject({
    credentials: credentialEntries('credential', { title: 'Credentials', description: 'Keys.' }),
    unseen: credentialList(
      'field',
      { title: 'Fields', description: 'Nobody validates them.' },
      { notValidated: true },
    ).optional(),
  }),
  form: [],
  label: () => 'Sample',
  refs: () => [],
  starter: () => '',
}

const found = (text: string) =>
  checkDocument(text, type, 'sample.yaml', undefined).map(
    ({ rule, gates, path }) => `${rule} ${gates.join()} ${path?.join('.')}`,
  )

const secret = 'type: secret-input, label: {en_US: Key}'

test('credentials of either form have the same fields', () => {
  const title = (...path: (string | number)[]) => fieldAt(fieldTree(type), ['credentials', ...path])?.meta.title
  expect([title('api_key', 'type'), title(0, 'type')]).toEqual(['Type', 'Type'])
  expect([title('api_key', 'name'), title(0, 'name')]).toEqual([undefined, 'Name'])
})

test('credentials are judged in the form in which they stand', () => {
  expect(found(`credentials:\n  api_key: {${secret}}\n`)).toEqual([])
  expect(found(`credentials:\n  - {name: api_key, ${secret}}\n`)).toEqual([])
  expect(found('credentials: {}\n')).toEqual([])
  expect(found(`credentials:\n  - {${secret}}\n`)).toEqual(['missing G5 credentials.0.name'])
  expect(found('credentials:\n  api_key: {type: token}\n')).toEqual([
    'credential-type G4,G5,G6 credentials.api_key.type',
    'missing G4,G5 credentials.api_key.label',
  ])
  expect(found('credentials: text\n')).toEqual(['yaml-type G1,G5 credentials'])
  expect(found('credentials:\n  api_key:\n')).toEqual(['empty G1,G5 credentials.api_key'])
})

test('rules of the validator are left out where it does not look', () => {
  expect(found('credentials: {}\nunseen:\n  - {name: key, type: token, label: {en_US: ""}}\n')).toEqual([
    'credential-type G5,G6 unseen.0.type',
  ])
  expect(found('credentials:\n  key: {type: text-input, label: {en_US: ""}}\n')).toEqual([
    'empty G4 credentials.key.label.en_US',
  ])
})
