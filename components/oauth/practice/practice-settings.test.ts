import { expect, test } from 'vitest'
import { practiceAnswer, practiceFailures } from '@/lib/oauth/practice'
import { settingsOf } from '@/lib/oauth/settings'
import { askThePerson, practiceSettings } from './practice-settings'

const client = {
  settings: settingsOf({ authorizationUrl: 'http://localhost/auth', tokenUrl: 'http://localhost/token' }),
  clientSecret: 'secret',
}

test.each(practiceFailures)('$id is named in the one address where it happens', ({ id, at }) => {
  const { settings } = practiceSettings(client, { signIn: 'post', failure: id })
  const named = [settings.authorizationUrl, settings.tokenUrl].map((url) => url.endsWith(`?failure=${id}`))
  expect(named).toEqual([at === 'authorization', at !== 'authorization'])
})

test('nobody answers for the person where it is about them', () => {
  const agreeing = { ...client, settings: settingsOf({ authorizationParameters: [practiceAnswer] }) }
  const asked = (failure: string) =>
    practiceSettings(agreeing, { signIn: 'post', failure }).settings.authorizationParameters.length === 0
  expect(['', 'html', 'denied', askThePerson].map(asked)).toEqual([false, false, true, true])
})

test('each client signs in in its own way, the public one without a secret', () => {
  const given = (['basic', 'post', 'none'] as const).map((signIn) => practiceSettings(client, { signIn, failure: '' }))
  expect(given.map(({ settings }) => [settings.clientId, settings.clientAuthentication])).toEqual([
    ['practice-basic', 'basic'],
    ['practice-post', 'post'],
    ['practice-public', 'none'],
  ])
  expect(given.map(({ clientSecret }) => clientSecret)).toEqual(['secret', 'secret', ''])
  expect(given[0]?.settings.tokenUrl).toBe('http://localhost/token')
})
