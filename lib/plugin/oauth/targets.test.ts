import { expect, test } from 'vitest'
import { createPlugin } from '../create'
import { textOf, writeFile } from '../files'
import { oauthTargets } from './targets'

const answers = { name: 'field_notes', author: 'saltmarsh', createdAt: '2026-01-01T00:00:00Z' }

test.each(['tool', 'datasource', 'trigger'])('a %s has a path to which services send people back', (kind) => {
  const [target, ...more] = oauthTargets(createPlugin([kind], answers))
  expect(target).toMatchObject({ author: 'saltmarsh', plugin: 'field_notes', kind })
  expect(more).toEqual([])
})

test.each(['model', 'endpoint', 'agent-strategy'])('a %s has none: Dify has no OAuth for it', (kind) => {
  expect(oauthTargets(createPlugin([kind], answers))).toEqual([])
})

test('the provider goes by its own name, which may differ from the name of the plugin', () => {
  const files = createPlugin(['tool'], answers)
  const file = oauthTargets(files)[0]?.file ?? ''
  const text = textOf(files, file)?.replace('name: field_notes', 'name: notes_of_fields') ?? ''
  expect(oauthTargets(writeFile(files, file, text))[0]).toMatchObject({
    plugin: 'field_notes',
    provider: 'notes_of_fields',
  })
})

test('the keys that it declares go along, as a list or as a map', () => {
  const files = createPlugin(['tool'], { ...answers, credentials: 'oauth' })
  const [target] = oauthTargets(files)
  expect(target?.schema?.map(({ name }) => name)).toContain('access_token')
  const text = 'identity: {name: a}\noauth_schema:\n  credentials_schema:\n    token: {type: secret-input}\n'
  expect(oauthTargets(writeFile(files, target?.file ?? '', text))[0]?.schema).toEqual([
    { name: 'token', type: 'secret-input' },
  ])
  expect(oauthTargets(createPlugin(['tool'], answers))[0]?.schema).toBeUndefined()
})
