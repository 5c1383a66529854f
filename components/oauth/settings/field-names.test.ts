import { expect, test } from 'vitest'
import { emptyForm } from '../playground-form'
import { piecesOf } from './field-names'

test('a sentence is divided at the fields that it names', () => {
  expect(piecesOf('Copy the client secret again, and switch "Client sign-in".')).toEqual([
    { text: 'Copy the ' },
    { text: 'client secret', field: 'clientSecret' },
    { text: ' again, and switch "' },
    { text: 'Client sign-in', field: 'settings.clientAuthentication' },
    { text: '".' },
  ])
})

test('words within other words name no field', () => {
  expect(piecesOf('The issuers of client_secret and my-scopes.')).toHaveLength(1)
})

test.each(['Token URL', 'Place of the token', 'Scopes', 'PKCE', 'Issuer'])('%s is a setting', (label) => {
  const [, key = ''] = (piecesOf(label)[0]?.field ?? '').split('.')
  expect(Object.keys(emptyForm.settings)).toContain(key)
})
