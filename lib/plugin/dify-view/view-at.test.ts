import { expect, it } from 'vitest'
import { samplePlugin } from '../rules/sample-plugin'
import { createPlugin } from '../create'
import { kinds } from '../kinds/registry'
import { documentsOf } from '../references'
import { difyViews } from './dify-views'
import { showsFile, viewAt } from './view-at'

const at = (file: string, ...path: (string | number)[]) =>
  viewAt(difyViews(samplePlugin, file, 'en_US', false), file, path)?.id

it.each([
  ['the manifest', 'manifest.yaml', [], 'card'],
  ['a provider', 'provider/weather.yaml', [], 'detail'],
  ['a credential', 'provider/weather.yaml', ['credentials_for_provider', 'api_key', 'label'], 'credentials'],
  ['a tool', 'tools/forecast.yaml', [], 'node'],
  ['a parameter', 'tools/forecast.yaml', ['parameters', 0, 'name'], 'node'],
  ['what an agent is told', 'tools/forecast.yaml', ['description', 'human', 'en_US'], 'agent'],
  ['an endpoint, which has no view of its own', 'endpoints/ping.yaml', [], 'detail'],
])('opens for %s', (_, file, path, id) => {
  expect(at(file, ...path)).toBe(id)
})

it.each(kinds.map(({ id }) => [id]))('shows the card for no document of %s', (id) => {
  const files = createPlugin([id], { name: 'tide', author: 'acme', createdAt: '2026-01-01T00:00:00Z' })
  const documents = [...documentsOf(files).keys()].filter((file) => file !== 'manifest.yaml')
  expect(documents.length).toBeGreaterThan(1)
  expect(documents.map((file) => viewAt(difyViews(files, file, 'en_US', false), file, [])?.id)).not.toContain('card')
})

it('tells whether a view shows anything of a document', () => {
  const [card, ...others] = difyViews(samplePlugin, 'manifest.yaml', 'en_US', false)
  if (!card) throw new Error('no card')
  expect(showsFile(card, 'manifest.yaml')).toBe(true)
  expect(others.some((view) => showsFile(view, 'tools/forecast.yaml'))).toBe(true)
  expect(showsFile(card, 'tools/forecast.yaml')).toBe(false)
})
