import { describe, expect, it } from 'vitest'
import { placeNow } from './place-now'

const python = 'import a\n\n\ndef one():\n    return 1\n\n\ndef two():\n    return 2\n'

describe('a place of some lines', () => {
  it('stays where nothing changed', () => {
    expect(placeNow(python, python, { line: 8, lines: 2 })).toEqual({ line: 8, lines: 2, changed: false })
  })

  it('moves with what is put in and taken out above', () => {
    expect(placeNow(python, `# new\n${python}`, { line: 8, lines: 2 })).toEqual({ line: 9, lines: 2, changed: false })
    expect(placeNow(python, python.slice(python.indexOf('def')), { line: 8, lines: 2 })).toMatchObject({ line: 5 })
  })

  it('stays with lines that were written anew, and says so', () => {
    const now = python.replace('def two():\n    return 2', 'def two(x):\n    x += 1\n    return x')
    expect(placeNow(python, now, { line: 8, lines: 2 })).toEqual({ line: 8, lines: 3, changed: true })
    expect(placeNow(python, now, { line: 8, lines: 1 })).toMatchObject({ line: 8, changed: true })
  })

  it('keeps what is left of it', () => {
    expect(placeNow(python, python.replace('    return 2\n', ''), { line: 8, lines: 2 })).toEqual({
      line: 8,
      lines: 1,
      changed: true,
    })
  })

  it('is gone with its lines', () => {
    expect(placeNow(python, python.replace(/def two[^]*/, ''), { line: 8, lines: 2 })).toBeUndefined()
    expect(placeNow(python, '', { line: 1, lines: 1 })).toBeUndefined()
  })
})

const yaml = `parameters:
  - name: city
    label: { en_US: City }
  - name: days
    label: { en_US: Days }
`
const label = { field: ['parameters', 1, 'label'], line: 5, lines: 1 }

describe('a place of a field', () => {
  it('follows its item by the name', () => {
    const now = yaml.replace('parameters:\n', 'parameters:\n  - name: unit\n    label: { en_US: Unit }\n')
    expect(placeNow(yaml, now, label)).toEqual({ field: ['parameters', 2, 'label'], line: 7, lines: 1, changed: false })
  })

  it('follows its item to another name, wherever that was written', () => {
    expect(placeNow(yaml, yaml.replace('name: days', 'name: nights'), label)).toEqual({ ...label, changed: false })
    const name = { field: ['parameters', 1, 'name'], line: 4, lines: 1 }
    const now = yaml
      .replace('parameters:\n', 'parameters:\n  - name: unit\n    label: { en_US: Unit }\n')
      .replace('name: days', 'name: nights')
    expect(placeNow(yaml, now, name)).toEqual({ field: ['parameters', 2, 'name'], line: 6, lines: 1, changed: true })
  })

  it('follows the entry of a map to another key, with what changed in it too', () => {
    const map =
      'keys:\n  api_key:\n    type: secret-input\n    required: true\n    help: Ask.\n  region:\n    type: select\n'
    const field = { field: ['keys', 'api_key', 'type'], line: 3, lines: 1 }
    expect(placeNow(map, map.replace('api_key', 'token').replace('Ask.', 'Ask us.'), field)).toEqual({
      ...field,
      field: ['keys', 'token', 'type'],
      changed: false,
    })
  })

  it('is not taken to be what stands in its place by chance', () => {
    const now = yaml.replace(
      '  - name: days\n    label: { en_US: Days }',
      '  - name: unit\n    type: select\n    default: c',
    )
    expect(placeNow(yaml, now, label)).toBeUndefined()
    expect(placeNow('a: 1\nb: true\n', 'a: 1\nc: true\n', { field: ['b'], line: 2, lines: 1 })).toBeUndefined()
  })

  it('says that its value is another', () => {
    expect(placeNow(yaml, yaml.replace('Days', 'How many days'), label)).toMatchObject({ line: 5, changed: true })
  })

  it('is gone with its item, and with its key', () => {
    expect(placeNow(yaml, yaml.replace(/ {2}- name: days\n.*\n/, ''), label)).toBeUndefined()
    expect(placeNow(yaml, yaml.replace('    label: { en_US: Days }\n', ''), label)).toBeUndefined()
  })

  it('is looked for under its own path while the text does not parse', () => {
    expect(placeNow(yaml, `${yaml}x: [\n`, label)).toMatchObject({ field: label.field, line: 5 })
  })

  it('is followed through a long list in which every name changed', () => {
    const list = (word: string) =>
      `options:\n${Array.from({ length: 3_000 }, (_, at) => `  - value: ${word}${at}\n    label: { en_US: L${at} }\n`).join('')}`
    const field = { field: ['options', 1, 'label'], line: 5, lines: 1 }
    expect(placeNow(list('a'), list('b'), field)).toEqual({ ...field, changed: false })
  })
})
