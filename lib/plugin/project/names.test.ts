import { describe, expect, it } from 'vitest'
import { authorProblem, itemName, labelOf, nameFromLabel, nameProblem, reservedWord } from './names'

describe('nameProblem', () => {
  it.each(['weather', '2-x__y-', '_', '-', 'class', 'null', 'n'.repeat(128)])('takes %j', (name) => {
    expect(nameProblem(name)).toBeUndefined()
  })

  it.each([
    ['', 'Give the plugin a name: Dify knows it as author/name.'],
    ['Weather', 'Use only lower-case letters, digits, - and _ in the name: Dify refuses any other at upload.'],
    ['a.b', 'Use only lower-case letters, digits, - and _ in the name: Dify refuses any other at upload.'],
    ['n'.repeat(129), 'Shorten the name to 128 characters: Dify refuses a longer one at upload.'],
  ])('says what is wrong with %j', (name, sentence) => {
    expect(nameProblem(name)).toBe(sentence)
  })
})

describe('authorProblem', () => {
  it.each(['acme', '0', '_', 'a'.repeat(64), 'deadbeef'])('takes %j', (author) => {
    expect(authorProblem(author)).toBeUndefined()
  })

  it.each([
    ['', 'Say who the author is'],
    ['Acme', 'Use only lower-case letters'],
    ['a'.repeat(65), 'Shorten the author to 64 characters'],
    ['123e4567-e89b-12d3-a456-426614174000', 'Choose an author that does not read as a UUID'],
  ])('says what is wrong with %j', (author, beginning) => {
    expect(authorProblem(author)).toContain(beginning)
  })
})

it('knows the words that the marketplace keeps for itself', () => {
  expect(reservedWord('my-dify')).toBe('dify')
  expect(reservedWord('langgenius')).toBe('langgenius')
  expect(reservedWord('acme')).toBeUndefined()
})

it.each([
  ['nimbra_weather', 'Nimbra Weather'],
  ['my-api2', 'My Api2'],
  ['_', '_'],
])('shows the name %s as %s', (name, label) => {
  expect(labelOf(name)).toBe(label)
})

it.each([
  ['Nimbra Weather', 'nimbra_weather'],
  ['  Café-Finder! ', 'cafe-finder'],
  ['天气', ''],
  [`${'n'.repeat(127)} x`, 'n'.repeat(127)],
])('makes the name of %j %j', (label, name) => {
  expect(nameFromLabel(label)).toBe(name)
})

it('keeps the word provider free, which the SDK looks for elsewhere', () => {
  expect(itemName('provider')).toBe('provider_plugin')
  expect(itemName('search')).toBe('search')
})
