import { expect, test } from 'vitest'
import { pictureAddress } from './picture-address'

test('a picture stands in its own address, which has no origin where a script could run', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const address = pictureAddress('Icon.SVG', new TextEncoder().encode(svg))
  expect(address.startsWith('data:image/svg+xml;base64,')).toBe(true)
  expect(atob(address.slice(address.indexOf(',') + 1))).toBe(svg)
})

test('a large picture keeps every byte', () => {
  const bytes = new Uint8Array(100_000).map((_, index) => index % 251)
  const address = pictureAddress('a.png', bytes)
  expect(Uint8Array.from(atob(address.slice('data:image/png;base64,'.length)), (c) => c.charCodeAt(0))).toEqual(bytes)
})
