import { expect, it } from 'vitest'
import { pythonOutline, type PythonSymbol } from './outline'

const source = `import x


class Forecast(Tool):
    def _invoke(self, parameters):
        def inner():
            pass

        return inner

    async def fetch(self): ...


@decorated
def after(): ...
`

const named = (symbols: readonly PythonSymbol[]): unknown[] =>
  symbols.map(({ name, kind, children }) => (children.length > 0 ? [name, kind, named(children)] : [name, kind]))

it('nests classes and functions as they are written', () => {
  expect(named(pythonOutline(source))).toEqual([
    [
      'Forecast',
      'class',
      [
        ['_invoke', 'function', [['inner', 'function']]],
        ['fetch', 'function'],
      ],
    ],
    ['after', 'function'],
  ])
})

it('says where the name stands', () => {
  const [first] = pythonOutline(source)
  expect(source.slice(first?.from, (first?.from ?? 0) + 8)).toBe('Forecast')
})

it('passes over what cannot be read', () => {
  expect(named(pythonOutline('class (:\n\ndef a(:\n    pass\n'))).toEqual(expect.arrayContaining([['a', 'function']]))
})
