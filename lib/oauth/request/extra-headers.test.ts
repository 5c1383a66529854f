import { expect, test } from 'vitest'
import { headerRefusal, withExtraHeaders } from './extra-headers'

test.each([
  'Authorization',
  'Host',
  'Cookie',
  'Set-Cookie',
  'Content-Length',
  'content-type',
  'Content-Encoding',
  'Transfer-Encoding',
  'Accept-Encoding',
  'Expect',
  'Connection',
  'Keep-Alive',
  'TE',
  'Trailer',
  'Upgrade',
  'HTTP2-Settings',
  'Proxy-Authorization',
  'Proxy-Connection',
  'Sec-Fetch-Site',
  'Via',
  'Forwarded',
  'X-Forwarded',
  'X-Forwarded-For',
  'X-Forwarded-Host',
  'X-Real-IP',
  'X-Client-IP',
  'True-Client-IP',
  'CF-Connecting-IP',
  'X-Host',
  'X-Original-URL',
  'X-Rewrite-URL',
  'X-HTTP-Method-Override',
  'Metadata',
  'Metadata-Flavor',
  'X-aws-ec2-metadata-token',
  'X-Google-Metadata-Request',
  'X-IDENTITY-HEADER',
])('%s is the request’s own and is not sent for the author', (name) => {
  const header = { name, value: 'x' }
  expect(headerRefusal(header)).toBe(`${name} is set by the request itself.`)
  expect(withExtraHeaders([['Accept', 'application/json']], [header])).toEqual([['Accept', 'application/json']])
})

test.each(['Notion-Version', 'Accept', 'User-Agent', 'X-Api-Key', 'X-Shopify-Access-Token', 'Hostess', 'Dater'])(
  '%s may be sent',
  (name) => expect(headerRefusal({ name, value: '2026-01-01' })).toBeUndefined(),
)

test.each([
  { name: 'X-A: b', value: 'x' },
  { name: 'X-A\r\nHost', value: 'x' },
  { name: 'X A', value: 'x' },
  { name: 'X-A', value: 'x\r\nHost: evil.example' },
  { name: 'X-A', value: 'x\u0000' },
  { name: 'X-A', value: 'ü' },
])('%j could end its line, or stand in none', (header) => {
  expect(headerRefusal(header)).toMatch(/^(?:This is no name|The value of a header)/)
  expect(withExtraHeaders([], [header])).toEqual([])
})
