import { describe, expect, it } from 'vitest'
import { breaksFrom, compareReleases, isPep440 } from './releases'

describe('compareReleases', () => {
  it('compares numbers, not texts, and puts a pre-release before its release', () => {
    expect(['1.10.0', '1.9.0', '1.10.0rc1', '1.10', '2'].sort(compareReleases)).toEqual([
      '1.9.0',
      '1.10.0rc1',
      '1.10.0',
      '1.10',
      '2',
    ])
  })
})

describe('breaksFrom', () => {
  it('asks the declared releases, else the newest', () => {
    expect(breaksFrom({}, '1.16.1')).toBe('breaks')
    expect(breaksFrom({ fixed: '1.7.0' }, '1.6.0')).toBe('breaks')
    expect(breaksFrom({ fixed: '1.7.0' }, '1.7.0')).toBe('over')
    expect(breaksFrom({ fixed: '1.7.0' }, undefined)).toBe('older')
    expect(breaksFrom({ fixed: '99.0.0' }, undefined)).toBe('breaks')
  })
})

describe('isPep440', () => {
  it.each([
    '0.0.1',
    '1.0',
    'v1.2.3',
    '0.0.1-beta',
    '0.0.1-rc1',
    '0.0.1-5',
    '1.0.post1',
    '1.0.dev2',
    '1!2.0',
    '1.0+local.1',
    '1.0a1',
    '0.0.1-a_1',
  ])('takes %s', (version) => {
    expect(isPep440(version)).toBe(true)
  })

  it.each(['', 'latest', '0.0.1-foo', '1.0.x', '1..0', '1.0 beta x'])('refuses %j', (version) => {
    expect(isPep440(version)).toBe(false)
  })
})
