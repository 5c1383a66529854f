import { expect, it } from 'vitest'
import { createPlugin } from '../../create'
import { difyViews } from '../../dify-view/dify-views'
import type { SignIn } from '../../project/sign-in'

const viewsOf = (credentials: SignIn) =>
  difyViews(
    createPlugin(['trigger'], { name: 'forge', author: 'acme', createdAt: '2025-01-01T00:00:00Z', credentials }),
    'manifest.yaml',
    'en_US',
    false,
  )

it('lets people subscribe by hand always, and by what the set-up asks for', () => {
  const ids = (credentials: SignIn) => viewsOf(credentials).map(({ id }) => id)
  expect(ids('none')).toEqual(['card', 'detail', 'manual', 'node'])
  expect(ids('oauth')).toEqual(['card', 'detail', 'subscription', 'manual', 'node'])
  expect(ids('api-key')).toEqual(['card', 'detail', 'verify', 'subscription', 'manual', 'node'])
})

it('draws the choice of events as checkboxes and names what an event gives', () => {
  const views = viewsOf('api-key')
  const blocks = (id: string) => views.find((view) => view.id === id)?.blocks ?? []
  expect(
    blocks('subscription')
      .flatMap((block) => (block.kind === 'field' ? [block.field.control] : []))
      .at(-1),
  ).toEqual({
    kind: 'checks',
    options: ['First Event'],
  })
  expect(blocks('node').flatMap((block) => (block.kind === 'output' ? [block.name] : []))).toEqual(['subject'])
})
