import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { expect, it } from 'vitest'
import { examplePlugin } from '../edit/example-plugin'
import { bytesOf, writeFile, type Files } from '../files'
import { checksumOf } from '../package/checksum'
import { packedFiles } from '../package/packed-files'
import { packageContents, packageDifference } from './package-contents'

const marks = (files: Files) =>
  new Map(
    [...files].map(([path, content]) => {
      const bytes = bytesOf(content)
      return [path, { hash: bytesToHex(sha256(bytes)), size: bytes.length }]
    }),
  )
const contents = (files: Files) => packageContents(marks(files), files)
const plugin = writeFile(writeFile(examplePlugin(), '.difyignore', 'notes.md\n'), 'notes.md', 'mine')

it('has the checksum of the packed files, made of their hashes', () => {
  expect(contents(plugin).checksum).toBe(checksumOf(packedFiles(plugin)))
  expect(contents(plugin).left).toEqual(['notes.md'])
})

it('differs in nothing where only what is left out changed', () => {
  const difference = packageDifference(contents(plugin), contents(writeFile(plugin, 'notes.md', 'more')))
  expect(difference.files).toEqual([])
  expect(difference.checksum.before).toBe(difference.checksum.after)
})

it('names files with their sizes, the version, and what a rule takes in or leaves out', () => {
  const manifest = String(plugin.get('manifest.yaml')).replace('version: 0.0.1\ntype', 'version: 0.0.2\ntype')
  const after = writeFile(writeFile(plugin, '.difyignore', 'PRIVACY.md\n'), 'manifest.yaml', manifest)
  const difference = packageDifference(contents(plugin), contents(after))
  expect(difference.version).toEqual({ before: '0.0.1', after: '0.0.2' })
  expect(difference.files).toEqual(
    expect.arrayContaining([{ path: 'notes.md', after: 4 }, expect.objectContaining({ path: 'manifest.yaml' })]),
  )
  expect(difference.ignored).toContainEqual({ path: 'notes.md', by: 'before' })
})
