import { describe, expect, it } from 'vitest'
import { bytesCodec } from './use-draft'

describe('bytesCodec', () => {
  it.each([
    ['268435456', 268435456],
    ['256 MB', 268435456],
    ['256MiB', 268435456],
    ['1.5 g', 1610612736],
    ['512 kB', 524288],
    ['900 bytes', 900],
    ['512', 536870912],
    ['1 b', 1],
  ])('reads %j', (text, value) => {
    expect(bytesCodec.valueOf(text)).toEqual({ ok: true, value })
  })

  it.each(['much', '256 XB', '-1', '0.3 b'])('says what is wrong with %j', (text) => {
    expect(bytesCodec.valueOf(text)).toMatchObject({ ok: false, problem: expect.stringContaining('256 MB') })
  })

  it('refuses what no machine has', () => {
    expect(bytesCodec.valueOf('99999 GB')).toMatchObject({ ok: false, problem: expect.stringContaining('1 TB') })
  })

  it('shows whole mebibytes as such and all else as it is', () => {
    expect([268435456, 1048576, 1000, 0, undefined, 'x'].map((value) => bytesCodec.textOf(value))).toEqual([
      '256 MiB',
      '1 MiB',
      '1000 bytes',
      '0',
      '',
      'x',
    ])
  })
})
