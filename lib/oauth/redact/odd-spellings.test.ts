import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redactText } from './redact-text'

const secret = 'nb/cs+6f2b&9d1e"7a<3f>Zoë=3f9c'
const percent = (text: string) =>
  Array.from(new TextEncoder().encode(text), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
const unicode = (text: string) =>
  Array.from(text, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`).join('')
const entities = (text: string) => Array.from(text, (each) => `&#${each.charCodeAt(0)};`).join('')
const hex = (text: string) => Array.from(text, (each) => `&#x${each.charCodeAt(0).toString(16)};`).join('')

test.each([
  ['percent-encoded in lower case', encodeURIComponent(secret).toLowerCase().replace('zo', 'Zo')],
  ['every character percent-encoded', percent(secret)],
  ['percent-encoded twice', encodeURIComponent(percent(secret))],
  ['every character as \\u', unicode(secret)],
  ['every character as an entity', entities(secret)],
  ['every character as an entity in hex', hex(secret)],
  ['encoded here so and there so', 'nb%2Fcs+6f2b\\u00269d1e&quot;7a<3f%3eZo%C3%AB=3f9c'],
  ['percent-encoded in JSON in HTML', entities(JSON.stringify(percent(secret)).slice(1, -1))],
])('a secret is masked that is %s', (_, spelled) => {
  const clean = redactText(`before ${spelled} after`, { known: [secret] })
  expect(clean).toMatch(/^before \S*•••\S* after$/)
  expect(clean).not.toMatch(/6f2b|36.?66/)
})

test('what is broken or no secret stays as it is', () => {
  const text = 'a 100% sure %zz \\u12 &#99999999; &nosuch; %C3 %E2%82 &#xffffff; 50%25'
  expect(redactText(text, { known: [secret] })).toBe(text)
})

test('any secret is found, whichever characters are encoded', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 8, maxLength: 30 }).filter((each) => !/[%\\&]|•/.test(each)),
      fc.array(fc.nat(3), { minLength: 30, maxLength: 30 }),
      (plain, ways) => {
        const spelled = Array.from(
          plain,
          (each, index) => [each, percent(each), unicode(each), entities(each)][ways[index] ?? 0],
        ).join('')
        expect(redactText(`<${spelled}>`, { known: [plain] })).toContain('•••')
      },
    ),
  )
})

test('a long text that is all escapes takes no longer than it should', () => {
  const long = '%2541'.repeat(50_000)
  expect(redactText(long, { known: [secret] })).toBe(long)
})
