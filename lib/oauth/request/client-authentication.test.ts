import { describe, expect, test } from 'vitest'
import { settingsOf, type OAuthSettings } from '../settings'
import { clientProof, proofRemarks } from './client-authentication'

const awkward = { id: 'my id', secret: 'p:ä+s%/*~' }

function proofBy(
  clientAuthentication: OAuthSettings['clientAuthentication'],
  clientId = awkward.id,
  secret = awkward.secret,
) {
  return clientProof(settingsOf({ clientId, clientAuthentication }), secret)
}

function decoded(proof: ReturnType<typeof clientProof>): string {
  const header = proof.ok ? (proof.headers[0]?.[1] ?? '') : ''
  return new TextDecoder().decode(Uint8Array.from(atob(header.replace('Basic ', '')), (each) => each.charCodeAt(0)))
}

describe('a client says who it is', () => {
  test('by basic with both parts encoded as forms are, before base64', () => {
    const proof = proofBy('basic')
    expect(decoded(proof)).toBe('my+id:p%3A%C3%A4%2Bs%25%2F%2A~')
    expect(proof).toMatchObject({ parameters: [] })
    const [id = '', secret = ''] = decoded(proof).split(':')
    expect(new URLSearchParams(`id=${id}&secret=${secret}`).get('secret')).toBe(awkward.secret)
    expect(new URLSearchParams(`id=${id}`).get('id')).toBe(awkward.id)
  })

  test('by basic-raw with the parts as they are', () => {
    expect(decoded(proofBy('basic-raw'))).toBe('my id:p:ä+s%/*~')
    expect(proofBy('basic-raw', 'a:b')).toMatchObject({ ok: false })
  })

  test('by post in the body alone', () => {
    expect(proofBy('post')).toEqual({
      ok: true,
      headers: [],
      parameters: [
        ['client_id', awkward.id],
        ['client_secret', awkward.secret],
      ],
    })
  })

  test('as a public client by its id alone, even where a secret is known', () => {
    expect(proofBy('none')).toEqual({ ok: true, headers: [], parameters: [['client_id', awkward.id]] })
  })

  test('only when id and secret are there', () => {
    expect(proofBy('post', '')).toMatchObject({ ok: false, reason: 'Fill in the client ID.' })
    expect(proofBy('basic', 'id', '')).toMatchObject({ ok: false })
    expect(proofBy('none', 'id', '')).toMatchObject({ ok: true })
  })
})

test('what is not encoded is said to be UTF-8, where that makes a difference', () => {
  const raw = settingsOf({ clientId: 'acme', clientAuthentication: 'basic-raw' })
  expect(proofRemarks(raw, 'geheim')).toEqual([])
  expect(proofRemarks(raw, 'schlüssel€')).toMatchObject([{ standard: 'RFC 7617 §2.1' }])
  expect(proofRemarks({ ...raw, clientAuthentication: 'basic' }, 'schlüssel€')).toEqual([])
})
