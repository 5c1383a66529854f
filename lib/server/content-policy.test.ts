import { expect, it } from 'vitest'
import { contentPolicy } from './content-policy'

const scriptsOf = (policy: string) => policy.split('; ').find((each) => each.startsWith('script-src '))

it('lets scripts of our origin and of the nonce run, and WebAssembly, but nothing inline and no eval', () => {
  expect(scriptsOf(contentPolicy('abc', false))).toBe("script-src 'self' 'nonce-abc' 'wasm-unsafe-eval'")
})

it('lets React evaluate in development only', () => {
  expect(scriptsOf(contentPolicy('abc', true))).toContain(" 'unsafe-eval'")
})

it('lets nobody frame a page, move its base or send its forms elsewhere', () => {
  for (const directive of ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'", "object-src 'none'"])
    expect(contentPolicy('abc', false).split('; ')).toContain(directive)
})
