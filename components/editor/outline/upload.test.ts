import { describe, expect, test } from 'vitest'
import { projectLimits } from '@/lib/plugin/changes'
import type { Files } from '@/lib/plugin/files'
import { uploadSizeProblem, withUploads } from './upload'

const files: Files = new Map([
  ['manifest.yaml', 'name: weather\n'],
  ['notes.txt', 'mine'],
  ['tools/search.py', ''],
])
const bytes = new TextEncoder().encode('theirs')

describe('an upload', () => {
  test('is added as it is called', () => {
    const added = withUploads(files, [['tools/data.json', bytes]])
    expect(added).toEqual({
      ok: true,
      files: new Map([...files, ['tools/data.json', 'theirs']]),
      paths: ['tools/data.json'],
    })
  })

  test('never replaces a file: it gets the next free name', () => {
    const added = withUploads(files, [
      ['notes.txt', bytes],
      ['Notes.txt', bytes],
      ['tools', bytes],
    ])
    expect(added).toMatchObject({ ok: true, paths: ['notes_2.txt', 'Notes_3.txt', 'tools_2'] })
    expect(added.ok && added.files.get('notes.txt')).toBe('mine')
  })

  test('is refused whole where one name could never be saved', () => {
    expect(
      withUploads(files, [
        ['fine.txt', bytes],
        ['a\\b.txt', bytes],
      ]),
    ).toEqual({
      ok: false,
      reason: '“a\\b.txt” cannot be added. Use / between folders: Dify refuses a backslash in a path.',
    })
  })

  test('is refused where the plugin would grow too large', () => {
    expect(withUploads(files, [['big.bin', new Uint8Array(projectLimits.bytes)]])).toEqual({
      ok: false,
      reason: 'Nothing was added. Remove or shrink files: a plugin holds 50 MiB at most.',
    })
  })

  test('is not read at all where its size says enough', () => {
    expect(uploadSizeProblem([projectLimits.bytes])).toBeUndefined()
    expect(uploadSizeProblem([projectLimits.bytes, 1])).toBe(
      'Nothing was added. Choose smaller files: a plugin holds 50 MiB at most.',
    )
  })
})
