import { expect, it } from 'vitest'
import { createPlugin } from '../../create'
import { difyViews } from '../../dify-view/dify-views'
import type { ConsoleLanguage } from '../../dify-view/language'
import { writeFile } from '../../files'
import type { SignIn } from '../../project/sign-in'

const madeWith = (credentials: SignIn) =>
  createPlugin(['trigger'], { name: 'forge', author: 'acme', createdAt: '2025-01-01T00:00:00Z', credentials })

const viewsOf = (credentials: SignIn) => difyViews(madeWith(credentials), 'manifest.yaml', 'en_US', false)

it('lets people subscribe by hand always, and by what the set-up asks for', () => {
  const ids = (credentials: SignIn) => viewsOf(credentials).map(({ id }) => id)
  expect(ids('none')).toEqual(['card', 'detail', 'manual', 'event', 'node'])
  expect(ids('oauth')).toEqual(['card', 'detail', 'oauth-client', 'subscription', 'manual', 'event', 'node'])
  expect(ids('api-key')).toEqual(['card', 'detail', 'verify', 'subscription', 'manual', 'event', 'node'])
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

it('draws the help of a key as a tooltip, and as a link too where it has an address', () => {
  const provider = 'provider/forge.yaml'
  const files = writeFile(
    madeWith('api-key'),
    provider,
    `subscription_constructor:
  credentials_schema:
    - {name: key, type: secret-input, help: {en_US: Ask your admin}}
    - {name: other, type: secret-input, help: {en_US: Look there}, url: 'https://a.example'}
`,
  )
  const verify = difyViews(files, 'manifest.yaml', 'en_US', false).find(({ id }) => id === 'verify')
  const fields = verify?.blocks.flatMap((block) => (block.kind === 'field' ? [block.field] : []))
  expect(fields?.map(({ tooltip, link }) => [tooltip?.text, link?.text])).toEqual([
    ['Ask your admin', undefined],
    ['Look there', 'Look there'],
  ])
  expect(verify?.remarks).toEqual([])
})

it('leaves the drawer of an event blank in Portuguese, and says so in each language', () => {
  const drawn = (language: ConsoleLanguage) =>
    difyViews(madeWith('none'), 'manifest.yaml', language, false).find(({ id }) => id === 'event')
  expect(drawn('en_US')?.blocks[0]).toMatchObject({ title: { text: 'First Event' } })
  expect(drawn('pt_BR')?.blocks[0]).toMatchObject({ title: { text: '' }, description: { text: '' } })
  expect(
    drawn('en_US')
      ?.remarks.map(({ message }) => message)
      .join(),
  ).toContain('Portuguese too')
})
