import { describe, expect, it } from 'vitest'
import { readDigits } from './read-number'
import { readCurrency, readPrice, readPriceNote, readUnit } from './read-price'

describe('digits', () => {
  it.each([
    ['1.25', '1.25'],
    ['.5', '0.5'],
    ['1.', '1'],
    ['1e-6', '1e-6'],
    ['0,05', '0.05'],
    ['1,5', '1.5'],
    ['1,250.50', '1250.50'],
    ['1.250,50', '1250.50'],
    ['1 000 000', '1000000'],
    ['1\u202f250,5', '1250.5'],
    ["1'000'000", '1000000'],
    ['1,000,000', '1000000'],
    ['1.000.000', '1000000'],
    ['1250,500', '1250.500'],
  ])('of %s are %s', (text, digits) => expect(readDigits(text)).toEqual({ ok: true, digits }))

  it.each(['0x10', 'free', '1e999', '1,2,3', '-1', '', '1 2', '1..2', '12,34.5'])('are not in %s', (text) =>
    expect(readDigits(text)).toEqual({ ok: false }),
  )

  it('that may be two numbers are neither', () => {
    expect(readDigits('1,250')).toEqual({ ok: 'unclear', either: ['1250', '1.250'] })
  })
})

describe('a price', () => {
  it.each([
    ['0.5', '0.5', undefined],
    ['$1.25', '1.25', 'USD'],
    ['US$ 1.25', '1.25', 'USD'],
    ['€0,05', '0.05', 'EUR'],
    ['3 €', '3', 'EUR'],
    ['rmb 2.50', '2.50', 'RMB'],
    ['$3 USD', '3', 'USD'],
  ])('of %s is %s in %s', (text, value, currency) => expect(readPrice(text)).toEqual({ ok: true, value, currency }))

  it.each(['free', '0x10', '$', '¥3', '$1 EUR', '-1', '1.25 per 1M', '1,250', '1.2.3'])('is not %s', (text) =>
    expect(readPrice(text)).toEqual({ ok: false, problem: expect.stringContaining(text) }),
  )
})

it.each([
  ['per 1M tokens', '0.000001'],
  ['/ 1K', '0.001'],
  ['1M', '0.000001'],
  ['per million tokens', '0.000001'],
  ['1,000 tokens', '0.001'],
  ['per token', '1'],
  ['0.001', '0.001'],
  ['1', '1'],
])('the unit %s is %s', (text, value) => expect(readUnit(text)).toEqual({ ok: true, value }))

it.each(['€4,50', '1000000', '2', 'per call', '0'])('%s is no unit', (text) =>
  expect(readUnit(text)).toMatchObject({ ok: false }),
)

it.each([
  ['$', 'USD'],
  ['usd', 'USD'],
  ['€', 'EUR'],
])('the currency %s is %s', (text, value) => expect(readCurrency(text)).toEqual({ ok: true, value }))

it.each(['dollars', '5', '¥'])('%s is no currency', (text) => expect(readCurrency(text)).toMatchObject({ ok: false }))

it.each([
  ['$', { currency: 'USD' }],
  ['USD per 1M tokens', { currency: 'USD', unit: '0.000001' }],
  ['€/1K', { currency: 'EUR', unit: '0.001' }],
  ['per million', { unit: '0.000001' }],
  ['per call', undefined],
  ['cents per 1K', undefined],
])('a head with (%s) says %j', (text, note) => expect(readPriceNote(text)).toEqual(note))
