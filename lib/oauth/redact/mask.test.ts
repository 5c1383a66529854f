import { expect, test } from 'vitest'
import { mask, maskHeader } from './mask'

test.each([
  ['nb_at_4kQx82LmZp0r7Qe2', 'nb_at_••••••7Qe2'],
  ['gho_16C7e42F292c6912E7710c838347Ae178B4a', 'gho_••••••8B4a'],
  ['xoxb-1234567890-abcdefgh', 'xoxb-••••••efgh'],
  ['9f31c0d2a1b44e7783aa3f9c', '••••••3f9c'],
  ['my_pass_word12', '••••••rd12'],
  ['hunter2', '••••••'],
  ['', ''],
])('%s is shown as %s', (secret, shown) => {
  expect(mask(secret)).toBe(shown)
})

test.each([
  ['Bearer nb_at_4kQx82LmZp0r7Qe2', 'Bearer nb_at_••••••7Qe2'],
  [`Basic ${btoa('client:a very long secret')}`, 'Basic ••••••'],
  ['4kQx82LmZp0r7Qe2abc', '••••••2abc'],
])('the header %s is shown as %s', (value, shown) => {
  expect(maskHeader(value)).toBe(shown)
})
