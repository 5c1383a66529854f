import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inferOutputSchema } from './infer-schema'

const propertiesOf = (sample: unknown) => inferOutputSchema(sample).properties

it('makes a variable of each entry', () => {
  expect(inferOutputSchema({ city: 'Porto', days: 3, wind: 1.5, rain: false, note: null })).toEqual({
    type: 'object',
    properties: {
      city: { type: 'string' },
      days: { type: 'integer' },
      wind: { type: 'number' },
      rain: { type: 'boolean' },
      note: {},
    },
  })
})

it('goes into lists and objects, and takes all entries of a list together', () => {
  expect(propertiesOf({ days: [{ high: 1 }, { high: 2.5, low: 0 }, { high: null }], empty: [], at: { x: 1 } })).toEqual(
    {
      days: {
        type: 'array',
        items: { type: 'object', properties: { high: { type: 'number' }, low: { type: 'integer' } } },
      },
      empty: { type: 'array' },
      at: { type: 'object', properties: { x: { type: 'integer' } } },
    },
  )
})

it.each([[[1, 'a']], [[1, 'a', 2]], [[1, 'a', null, 2]]])('gives what contradicts no type: %j', (mixed) => {
  expect(propertiesOf({ mixed })).toEqual({ mixed: { type: 'array', items: {} } })
  expect(propertiesOf({ at: mixed.map((x) => ({ x })) })).toEqual({
    at: { type: 'array', items: { type: 'object', properties: { x: {} } } },
  })
})

it('keeps names for Dify that are Dify’s', () => {
  expect(Object.keys(Object(propertiesOf({ text: 'a', json: 1, other: 2 })))).toEqual(['text_', 'json_', 'other'])
})

it.each([[[1, 2]], ['text'], [null]])('calls %j the result', (sample) => {
  expect(Object.keys(Object(propertiesOf(sample)))).toEqual(['result'])
})

it('reads any JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 15 }), (sample) => void expect(inferOutputSchema(sample).type).toBe('object')),
  )
})
