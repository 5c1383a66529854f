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
  expect(views.map(({ id }) => id)).toEqual(['card', 'detail', 'page', 'credentials', 'oauth-client', 'node'])
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

function buttonsOf(credentials: SignIn, id: string) {
  const view = viewsOf('online_drive', credentials).find((each) => each.id === id)
  return view?.blocks.flatMap((block) => (block.kind === 'button' ? [block.text] : []))
}

it('offers on its page what is declared, and nothing of it in the drawer', () => {
  expect(buttonsOf('none', 'page')).toEqual([])
  expect(buttonsOf('oauth', 'page')).toEqual(['Setup OAuth Client'])
  expect(buttonsOf('api-key', 'page')).toEqual(['API Key Authorization Configuration'])
  expect(buttonsOf('api-key-or-oauth', 'page')).toEqual(['Setup OAuth Client', 'Add API Key'])
  expect(buttonsOf('api-key-or-oauth', 'detail')).toEqual([])
})

it('has no dialog for a key where only OAuth is declared', () => {
  const ids = viewsOf('online_drive', 'oauth').map(({ id }) => id)
  expect(ids).toContain('oauth-client')
  expect(ids).not.toContain('credentials')
})

it('counts no action in the drawer, whatever is there', () => {
  const detail = viewsOf('online_drive', 'none').find(({ id }) => id === 'detail')
  expect(detail?.blocks).toContainEqual({ kind: 'heading', text: '0 action included', upper: true })
  expect(detail?.remarks.map(({ message }) => message).join()).toContain('it always counts 0')
})
