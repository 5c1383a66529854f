import { expect, test } from 'vitest'
import { addressProblem } from './address'

test.each(['https://example.com/token', 'http://127.0.0.1:3000/token', 'https://example.com/a@b?x=c@d'])(
  'has nothing against %s',
  (address) => expect(addressProblem('token URL', address)).toBeUndefined(),
)

test.each([
  ['example.com/token', 'Give the token URL as a whole address'],
  ['', 'Give the token URL as a whole address'],
  ['javascript:alert(1)', 'not with javascript:'],
  ['ftp://example.com/token', 'not with ftp:'],
  ['https://me@example.com/token', 'Take user and password'],
  ['https://:secret@example.com/token', 'Take user and password'],
])('says what is wrong with %j', (address, words) => {
  expect(addressProblem('token URL', address)).toContain(words)
  expect(addressProblem('token URL', address)).not.toContain('secret@')
})
