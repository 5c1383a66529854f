import { expect, test } from 'vitest'
import { createPlugin } from '../create'
import { textOf } from '../files'
import { declareToken } from './declare-token'

const fresh = (kind: string) =>
  createPlugin([kind], { name: 'nimbra', author: 'saltmarsh', createdAt: '2026-01-15T09:00:00Z', credentials: 'oauth' })
const yaml = 'provider/nimbra.yaml'

test.each([
  ['tool', 'id_token', 'secret-input', 'Id Token'],
  ['datasource', 'account_id', 'text-input', 'Account Id'],
  ['trigger', 'id_token', 'secret-input', 'Id Token'],
])('a key of the token of a %s is declared where its kind has it: %s', (kind, name, type, label) => {
  const edited = declareToken(fresh(kind), yaml, name)
  const before = (textOf(fresh(kind), yaml) ?? '').split('\n')
  const added = (edited.ok ? (textOf(edited.files, yaml) ?? '') : '')
    .split('\n')
    .filter((line) => !before.includes(line))
  expect(added.map((line) => line.trim())).toEqual([`- name: ${name}`, `en_US: ${label}`])
  expect(edited.ok && textOf(edited.files, yaml)).toMatch(new RegExp(`- name: ${name}\n +type: ${type}\n`))
})

test('nothing is declared in what is no provider', () => {
  expect(declareToken(fresh('tool'), 'manifest.yaml', 'id_token')).toMatchObject({ ok: false })
})
