import { expect, it } from 'vitest'
import { createPlugin } from '../../create'
import { difyViews } from '../../dify-view/dify-views'
import type { SignIn } from '../../project/sign-in'

function viewsOf(variant: string, credentials: SignIn) {
  const answers = { name: 'docs', author: 'acme', createdAt: '2025-01-01T00:00:00Z', variant, credentials }
  return difyViews(createPlugin(['datasource'], answers), 'manifest.yaml', 'en_US', false)
}

it('draws the popup that connects, its dialogs and the node', () => {
  const views = viewsOf('website_crawl', 'api-key-or-oauth')
  expect(views.map(({ id }) => id)).toEqual(['card', 'detail', 'credentials', 'oauth-client', 'node'])
  const node = views.at(-1)
  expect(node?.blocks.flatMap((block) => (block.kind === 'field' ? [block.field.label.text] : []))).toEqual([
    'Start URL',
    'Maximum pages',
  ])
  expect(node?.blocks.flatMap((block) => (block.kind === 'output' ? [block.name] : []))).toEqual([
    'datasource_type',
    'source_url',
    'content',
    'title',
    'description',
  ])
  expect(node?.remarks.map(({ message }) => message).join()).toContain('does not show the `description`')
})

it('offers a key also where none is asked for', () => {
  const detail = viewsOf('online_drive', 'none').find(({ id }) => id === 'detail')
  expect(detail?.blocks.flatMap((block) => (block.kind === 'button' ? [block.text] : []))).toEqual(['Add API Key'])
})
