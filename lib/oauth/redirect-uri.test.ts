import { describe, expect, test } from 'vitest'
import { baseUrlProblem, difyRedirectUris, ownRedirectUris, targetProblem } from './redirect-uri'

const target = { author: 'acme', plugin: 'crm', provider: 'crm_provider', kind: 'datasource' } as const
const path = '/console/api/oauth/plugin/acme/crm/crm_provider/datasource/callback'

test('our own redirect URIs are the short one and that under the path of Dify', () => {
  expect(ownRedirectUris('http://localhost:3000', target).map(({ uri }) => uri)).toEqual([
    'http://localhost:3000/oauth/callback',
    `http://localhost:3000${path}`,
  ])
  expect(ownRedirectUris('http://localhost:3000')).toHaveLength(1)
})

test('those of Dify name author, plugin, provider and kind', () => {
  const uris = difyRedirectUris(target, ['https://dify.acme.com']).map(({ uri }) => uri)
  expect(uris).toContain(`https://cloud.dify.ai${path}`)
  expect(uris).toContain(`https://dify.acme.com${path}`)
})

describe('the address of a Dify', () => {
  test.each(['https://dify.acme.com', 'http://localhost', 'http://127.0.0.1:8080'])('%s is right', (base) => {
    expect(baseUrlProblem(base)).toBeUndefined()
  })

  test.each([
    ['', 'CONSOLE_API_URL'],
    ['dify.acme.com', 'whole URL'],
    ['ftp://dify.acme.com', 'https://'],
    ['https://dify.acme.com/', 'slash'],
    ['https://dify.acme.com/console/api', '/console/api'],
    ['https://dify.acme.com?x=1', '?'],
    ['http://dify.acme.com', 'https only'],
  ])('%j is told what to change', (base, words) => {
    expect(baseUrlProblem(base)).toContain(words)
  })
})

test('a part that may not stand in the path of Dify is named', () => {
  expect(targetProblem(target)).toBeUndefined()
  expect(targetProblem({ ...target, provider: 'My CRM' })).toContain('provider is "My CRM"')
  expect(targetProblem({ ...target, author: '' })).toContain('author is empty')
})
