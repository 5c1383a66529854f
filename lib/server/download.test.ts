import { describe, expect, it } from 'vitest'
import { contentDisposition } from './download'

describe('the name of a download', () => {
  it.each([
    ['weather-0.0.1.difypkg', 'attachment; filename="weather-0.0.1.difypkg"'],
    ['天気.zip', `attachment; filename="__.zip"; filename*=UTF-8''%E5%A4%A9%E6%B0%97.zip`],
    ["it's (50%).zip", `attachment; filename="it's (50_).zip"; filename*=UTF-8''it%27s%20%2850%25%29.zip`],
    ['half \ud800.zip', `attachment; filename="half _.zip"; filename*=UTF-8''half%20_.zip`],
  ])('%j is written so that old and new readers understand it', (name, expected) => {
    expect(contentDisposition(name)).toBe(expected)
  })
})
