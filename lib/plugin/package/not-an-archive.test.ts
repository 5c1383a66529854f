import { describe, expect, it } from 'vitest'
import { inspectArchive, readArchive } from './read-archive'
import { joinBytes, makeArchive, type TestEntry } from './test-archive'

const good: readonly TestEntry[] = [
  { name: 'README.md', data: '# Sample\n' },
  { name: 'manifest.yaml', data: 'name: sample\n' },
]

/** What Dify has against an archive, by rule. */
function errorsOf(bytes: Uint8Array): string[] {
  return inspectArchive(bytes)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule)
}

function refusalOf(bytes: Uint8Array): string {
  const read = readArchive(bytes)
  return read.ok ? '' : read.reason
}

describe('what is no archive', () => {
  const whole = makeArchive(good)
  it.each<[string, Uint8Array | string, RegExp]>([
    ['nothing', '', /it is empty/],
    ['a text', 'just a text\n', /it is not a zip archive/],
    ['one byte', 'P', /it is not a zip archive/],
    ['only the signature', 'PK\u0003\u0004', /damaged or cut off/],
    ['a web page', '\n<!DOCTYPE html>\n<html></html>', /this is a web page/],
    ['a git-lfs pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:00', /git lfs pull/],
    ['JSON', '{"message": "Not Found"}', /this is JSON/],
    ['base64', Buffer.from(whole).toString('base64'), /base64/],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0), /this is a gzip archive/],
    ['7z', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), /this is a 7z archive/],
    ['tar', joinBytes(new Uint8Array(257), Buffer.from('ustar\u000000')), /this is a tar archive/],
    [
      'read as a text',
      Buffer.from(Buffer.from(joinBytes(whole, Uint8Array.of(0xff))).toString('utf8')),
      /was read as a text/,
    ],
    ['cut by half', whole.subarray(0, whole.length / 2), /cut off/],
    ['cut in the end record', whole.subarray(0, -10), /cut off/],
    ['the second half', whole.subarray(whole.length / 2), /zip archive/],
    ['a count that is wrong', makeArchive(good, { count: 5000 }), /directory at the end cannot be read/],
    [
      'a comment that is cut',
      makeArchive(good, { comment: 'long' }).subarray(0, -1),
      /directory at the end cannot be read/,
    ],
  ])('is said to be %s', (_title, content, reason) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    expect(refusalOf(bytes)).toMatch(reason)
    expect(errorsOf(bytes)).toEqual(['archive-unreadable'])
  })
})
