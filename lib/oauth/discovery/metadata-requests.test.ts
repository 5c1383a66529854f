import { describe, expect, test } from 'vitest'
import { metadataRequests } from './metadata-requests'

const urls = (issuer: string) => {
  const built = metadataRequests(issuer)
  return built.ok ? [built.issuer, ...built.requests.map(({ request }) => request.url)] : built.reason
}

describe('the metadata of an issuer stand', () => {
  test('at its host', () => {
    expect(urls('https://accounts.google.com')).toEqual([
      'https://accounts.google.com',
      'https://accounts.google.com/.well-known/oauth-authorization-server',
      'https://accounts.google.com/.well-known/openid-configuration',
    ])
  })

  test('before its path, or behind it', () => {
    expect(urls('https://login.example/tenant/v2.0')).toEqual([
      'https://login.example/tenant/v2.0',
      'https://login.example/.well-known/oauth-authorization-server/tenant/v2.0',
      'https://login.example/tenant/v2.0/.well-known/openid-configuration',
    ])
  })

  test('without the slash at its end, which stays its own', () => {
    expect(urls(' https://nimbra.eu.auth.example/ ')).toEqual([
      'https://nimbra.eu.auth.example/',
      'https://nimbra.eu.auth.example/.well-known/oauth-authorization-server',
      'https://nimbra.eu.auth.example/.well-known/openid-configuration',
    ])
  })

  test.each([
    ['https://a.com/x/.well-known/openid-configuration', 'https://a.com/x'],
    ['https://a.com/.well-known/oauth-authorization-server/x', 'https://a.com/x'],
    ['https://a.com/.well-known/openid-configuration', 'https://a.com'],
  ])('at %s, which means the issuer %s', (address, issuer) => {
    expect(urls(address)[0]).toBe(issuer)
  })

  test.each(['', 'accounts.google.com', 'file:///etc', 'https://a.com?x=1', 'https://a.com/#x', 'https://u:p@a.com'])(
    'nowhere for %j',
    (issuer) => {
      expect(metadataRequests(issuer).ok).toBe(false)
    },
  )
})
