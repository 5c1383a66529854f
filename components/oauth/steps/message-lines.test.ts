import { expect, test } from 'vitest'
import { bodyLines, startLines, type Line } from './message-lines'

const text = (lines: readonly Line[]) => lines.map((line) => line.map((part) => part.text).join('')).join('\n')
const json: [string, string][] = [['Content-Type', 'application/json']]

test('a request begins with its path, its query and its host', () => {
  expect(text(startLines('GET', 'https://api.example.com:8443/me?a=b'))).toBe('GET /me?a=b\nHost: api.example.com:8443')
  expect(text(startLines('GET', 'nowhere'))).toBe('GET nowhere')
})

test('JSON is indented, and no value of it is changed', () => {
  const body = '{"id":12345678901234567890,"id":1.50,"a":[],"b":{},"list":[1,"x, {y}: \\"z\\""],"ok":true}'
  expect(text(bodyLines({ headers: json, body }))).toBe(`{
  "id": 12345678901234567890,
  "id": 1.50,
  "a": [],
  "b": {},
  "list": [
    1,
    "x, {y}: \\"z\\""
  ],
  "ok": true
}`)
})

test('JSON stays JSON where a number in it is masked', () => {
  expect(text(bodyLines({ headers: json, body: '{"access_token":••••••9012,"a":"••••••x1"}' }))).toBe(
    '{\n  "access_token": ••••••9012,\n  "a": "••••••x1"\n}',
  )
})

test('a form has one parameter a line, decoded', () => {
  const headers: [string, string][] = [['content-type', 'application/x-www-form-urlencoded']]
  const body = 'redirect_uri=http%3A%2F%2F127.0.0.1%2Fcb&scope=a+b&broken=%zz&alone'
  expect(text(bodyLines({ headers, body }))).toBe('redirect_uri=http://127.0.0.1/cb\nscope=a b\nbroken=%zz\nalone')
})

test('whatever else comes stays as it is', () => {
  expect(text(bodyLines({ headers: json, body: '<p>\nno\n' }))).toBe('<p>\nno\n')
  expect(bodyLines({ headers: json, body: '' })).toEqual([])
})
