import { expect, it, vi } from 'vitest'
import { missingKinds } from '../present-kinds'
import { documentsOf, referencesTo } from '../references'
import { loadKinds } from './registry'

vi.mock('#kinds', () => import('./loaded-kinds'))

it('files become documents when their kind is loaded, also where they were looked at before', async () => {
  const files = new Map([
    ['manifest.yaml', 'plugins:\n  tools:\n    - provider/a.yaml\n'],
    ['provider/a.yaml', 'tools:\n  - tools/b.yaml\n'],
    ['tools/b.yaml', 'identity:\n  name: b\n'],
  ])
  expect(missingKinds(files)).toEqual(['tool'])
  expect([...documentsOf(files).keys()]).toEqual(['manifest.yaml'])
  expect(referencesTo(files, 'tools/b.yaml')).toEqual([])
  await loadKinds(missingKinds(files))
  expect(missingKinds(files)).toEqual([])
  expect([...documentsOf(files).values()]).toEqual(['manifest', 'tool.provider', 'tool'])
  expect(referencesTo(files, 'tools/b.yaml')).toHaveLength(1)
})
