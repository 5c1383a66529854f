import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { writeWhole } from './write-whole'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'plugwright-write-'))))
const read = (name: string) => readFileSync(join(folder, name), 'utf8')

it('writes text and bytes, makes the folder, and leaves nothing beside it', () => {
  writeWhole(join(folder, 'a/b.txt'), 'text')
  writeWhole(join(folder, 'a/b.txt'), Uint8Array.of(104, 105))
  expect([read('a/b.txt'), readdirSync(join(folder, 'a'))]).toEqual(['hi', ['b.txt']])
})

it('keeps the mode of a file that exists', () => {
  const path = join(folder, 'run.sh')
  writeFileSync(path, 'old')
  chmodSync(path, 0o766)
  writeWhole(path, 'new')
  expect([read('run.sh'), statSync(path).mode & 0o777]).toEqual(['new', 0o766])
})

it('writes where a link leads, and keeps the link', () => {
  writeFileSync(join(folder, 'real'), 'old')
  symlinkSync('real', join(folder, 'link'))
  writeWhole(join(folder, 'link'), 'new')
  expect([read('real'), lstatSync(join(folder, 'link')).isSymbolicLink()]).toEqual(['new', true])
})

it('leaves a file alone that exists where a fresh one is wanted', () => {
  writeFileSync(join(folder, 'a'), 'old')
  expect(() => writeWhole(join(folder, 'a'), 'new', { fresh: true })).toThrow('EEXIST')
  writeWhole(join(folder, 'b'), 'new', { fresh: true })
  expect([read('a'), read('b'), readdirSync(folder)]).toEqual(['old', 'new', ['a', 'b']])
})

it('leaves no part where it cannot write', () => {
  mkdirSync(join(folder, 'a'))
  expect(() => writeWhole(join(folder, 'a'), 'new')).toThrow('EISDIR')
  expect(readdirSync(folder)).toEqual(['a'])
})
