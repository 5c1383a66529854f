import fc from 'fast-check'
import { parse } from 'shell-quote'
import { expect, test } from 'vitest'
import type { HttpRequest } from '../http'
import { curlOf } from './curl'

const form: HttpRequest = {
  method: 'POST',
  url: 'https://nimbra.example/token',
  headers: [
    ['Content-Type', 'application/x-www-form-urlencoded'],
    ['Accept', 'application/json'],
    ['Authorization', `Basic ${btoa('nimbra-dify-dev:s3cret-value')}`],
  ],
  body: 'grant_type=authorization_code&code=nb_c_1&redirect_uri=http%3A%2F%2F127.0.0.1%2Fcb',
}

test('a form is written parameter by parameter, with variables for secrets', () => {
  expect(curlOf(form)).toBe(
    [
      `curl 'https://nimbra.example/token'`,
      `--header 'Accept: application/json'`,
      `--user 'nimbra-dify-dev:'"$CLIENT_SECRET"`,
      `--data-urlencode 'grant_type=authorization_code'`,
      `--data-urlencode 'code='"$CODE"`,
      `--data-urlencode 'redirect_uri=http://127.0.0.1/cb'`,
    ].join(' \\\n  '),
  )
})

test('a JSON body keeps its shape', () => {
  const body = JSON.stringify({ grant_type: 'refresh_token', refresh_token: 'nb_rt_1234567', note: `it's` })
  expect(curlOf({ ...form, headers: [['Content-Type', 'application/json']], body })).toBe(
    [
      `curl 'https://nimbra.example/token'`,
      `--header 'Content-Type: application/json'`,
      `--data-raw '{"grant_type": "refresh_token", "refresh_token": "'"$REFRESH_TOKEN"'", "note": "it'\\''s"}'`,
    ].join(' \\\n  '),
  )
})

test('a GET carries the token as a variable, and brackets are no pattern', () => {
  const request: HttpRequest = {
    method: 'GET',
    url: 'https://u:p@api.example/me?fields[]=a&api_key=abcdefgh&b=2',
    headers: [['Authorization', 'token nb_at_1']],
  }
  expect(curlOf(request)).toBe(
    [
      `curl 'https://api.example/me?fields[]=a&api_key='"$API_KEY"'&b=2'`,
      '--globoff',
      `--header 'Authorization: token '"$ACCESS_TOKEN"`,
    ].join(' \\\n  '),
  )
})

test('a known secret under another name is a variable too', () => {
  const body = 'grant_type=custom&subject=s3cret-value'
  expect(curlOf({ ...form, body }, ['s3cret-value'])).toContain(`--data-urlencode 'subject='"$SECRET"`)
})

test('nothing of a request can end its quotes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), (value) => {
      const body = new URLSearchParams({ note: value }).toString()
      const words = parse(
        curlOf({ ...form, headers: [form.headers[0] ?? ['', '']], body }).replaceAll(' \\\n', ' '),
        (name) => `$${name}`,
      )
      expect(words).toEqual(['curl', 'https://nimbra.example/token', '--data-urlencode', `note=${value}`])
    }),
  )
})

test('asks for the encoded secret where the header has it encoded', () => {
  const request = (secret: string) => ({
    method: 'POST' as const,
    url: 'https://example.com/token',
    headers: [['Authorization', `Basic ${btoa(`id:${secret}`)}`]] as const,
  })
  expect(curlOf(request('a%2Bb'), ['a+b'])).toContain('"$CLIENT_SECRET_FORM_ENCODED"')
  expect(curlOf(request('a%2Bb'), ['a%2Bb'])).toContain('"$CLIENT_SECRET"')
  expect(curlOf(request('plain'), ['plain'])).toContain('"$CLIENT_SECRET"')
})

test('any number of secrets is replaced', () => {
  const known = Array.from({ length: 20_000 }, (_, at) => `secret-number-${at}`)
  const request = {
    method: 'GET' as const,
    url: 'https://example.com/',
    headers: [['X-Note', known[19_999] ?? '']] as const,
  }
  expect(curlOf(request, known)).toBe("curl 'https://example.com/' \\\n  --header 'X-Note: '\"$SECRET\"")
})
