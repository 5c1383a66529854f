import { describe, expect, it } from 'vitest'
import { packageName } from './package-name'

const named = (manifest: string) => packageName(new Map([['manifest.yaml', manifest]]))

describe('the name of a package', () => {
  it.each([
    ['name: weather\nversion: 0.0.1\n', 'weather-0.0.1'],
    ['name: weather\nversion: 1.10\n', 'weather-1.10'],
    ['name: weather\nversion: 2\n', 'weather-2'],
    ['name: "weather"\nversion: "0.0.1"\n', 'weather-0.0.1'],
    ['name: weather\nversion:\n', 'weather'],
    ['name: weather\n', 'weather'],
    ['version: 0.0.1\n', 'plugin-0.0.1'],
    ['', 'plugin'],
    ['name: [a\n', 'plugin'],
    ['- a list\n', 'plugin'],
    ['name: 天気\nversion: 0.0.1\n', '_-0.0.1'],
    ['name: ../../etc/passwd\nversion: 1\n', '_.._etc_passwd-1'],
    ['name: "a\\"b\\r\\nSet-Cookie: x"\nversion: 1\n', 'a_b_Set-Cookie_x-1'],
  ])('of the manifest %j is %j', (manifest, name) => {
    expect(named(manifest)).toBe(name)
  })

  it('is cut where a disk would refuse it', () => {
    expect(named(`name: ${'n'.repeat(300)}\nversion: 0.0.1\n`)).toBe(`${'n'.repeat(100)}-0.0.1`)
  })
})
