import { expect, it } from 'vitest'
import { limits, sizeText } from './limits'

it('says sizes in the unit that fits', () => {
  expect(
    [0, 1023, 1024, 1_300_000, limits.packedBytes, 300 * 2 ** 20 + 500, 10 * 2 ** 30, 2 ** 62].map(sizeText),
  ).toEqual(['0 bytes', '1023 bytes', '1 KiB', '1.2 MiB', '50 MiB', '300 MiB', '10 GiB', '4096 PiB'])
})
