import { expect, it } from 'vitest'
import { isSecretFile } from './secret-file'

it.each([
  ['.env', true],
  ['weather/.env.local', true],
  ['.env.production', true],
  ['.env.example', false],
  ['.env.sample', false],
  ['.env.template', false],
  ['.environment', false],
  ['my.env', false],
])('reads %s as secrets: %s', (path, expected) => {
  expect(isSecretFile(path)).toBe(expected)
})
